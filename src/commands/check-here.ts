import { reveal, secret } from '../world/secret.ts';
import type { Line } from './check-lines.ts';
import { bad, doubt, fine } from './check-lines.ts';
import { loadConfig } from './config.ts';
import type { Surroundings } from './surroundings.ts';
import { isKeychainFailure } from './vault.ts';

/** What can be said of this computer without any network; practice uses neither its folders nor its keychain. */
export async function checkHere(around: Surroundings, practice: boolean): Promise<Line[]> {
  const lines = [runtime(around), terminal(around), colour(around)];
  if (practice)
    return [...lines, fine('folders', 'practice uses none'), fine('keychain', 'practice uses none')];
  const { stateFolder, configFolder } = await around.openKeep();
  return [
    ...lines,
    await folder('state-folder', stateFolder, around),
    await folder('config-folder', configFolder, around),
    await config(around),
    await keychain(around),
  ];
}

function runtime({ runtime: { node, openssl, system } }: Surroundings): Line {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const says = `Node ${node}, OpenSSL ${openssl}, ${system}`;
  const enough = major > 20 || (major === 20 && minor >= 19);
  return enough ? fine('runtime', says) : bad('runtime', says, 'Install Node 20.19 or newer.', 2);
}

function terminal({ terminal: there, columns }: Surroundings): Line {
  return there
    ? fine('terminal', `${columns} columns; questions can be asked`)
    : doubt(
        'terminal',
        'none, so nothing can be asked',
        'Give every option and secret that a run needs; see README.md, "For a firm\'s onboarding shell".',
      );
}

function colour({ color, env }: Surroundings): Line {
  const why = (env['NO_COLOR'] ?? '') === '' ? '' : ' (NO_COLOR)';
  return fine('colour', color ? 'on' : `off${why}`);
}

async function folder(id: string, path: string, around: Surroundings): Promise<Line> {
  const { there, mode, open, problem } = await around.lookAtFolder(path);
  if (problem !== null)
    return bad(
      id,
      `${path}: ${problem}`,
      'Mend it: it must be a folder of your own that you can write in and others cannot.',
      2,
    );
  if (!there) return fine(id, `${path}, not there yet; it is made when it is needed`);
  const shown = mode === null ? path : `${path}, mode ${mode.toString(8).padStart(4, '0')}`;
  return open
    ? doubt(
        id,
        `${shown}, open to others`,
        `chmod 700 '${path}' keeps the names and dates in it to yourself.`,
      )
    : fine(id, shown);
}

async function config(around: Surroundings): Promise<Line> {
  const loaded = await loadConfig(around);
  if ('exitCode' in loaded) return bad('config', loaded.message, loaded.nextStep, loaded.exitCode);
  const keys = Object.keys(loaded.config);
  return fine('config', keys.length === 0 ? 'nothing is set' : `sets ${keys.join(', ')}`);
}

const canary = { service: 'miwb-link check', account: 'canary' };

/** Stores, reads and deletes a word that is no secret. */
async function keychain(around: Surroundings): Promise<Line> {
  const useable =
    'Passwords can be asked for or given in other ways; only "credentials save" needs a keychain.';
  try {
    const { save, read, forget } = await around.openKeychain({ attended: around.terminal });
    const word = around.boundary();
    await save(canary.service, canary.account, secret(word));
    const back = await read(canary.service, canary.account);
    const gone = await forget(canary.service, canary.account);
    if (back !== null && reveal(back) === word && gone)
      return fine('keychain', 'a word was stored, read and deleted');
    return doubt('keychain', 'it did not give back what was stored', useable);
  } catch (error) {
    if (!isKeychainFailure(error)) throw error;
    return doubt('keychain', error.message, useable);
  }
}
