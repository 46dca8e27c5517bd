export type Progress = {
  /** Says what is being done now; the step before it, if any, is done. */
  step(text: string): void;
  /** Ends the running step well. */
  done(): void;
  /** Ends the running step badly. */
  fail(): void;
  /** Leaves the running step without a word, and the terminal clean. */
  stop(): void;
};

export type ProgressOptions = {
  output: NodeJS.WritableStream;
  /** False without a terminal, or where ACCESSIBLE asks for plain lines. */
  spinner: boolean;
  color: boolean;
};

function plainLines(output: NodeJS.WritableStream): Progress {
  const nothing = (): void => {};
  return {
    step: (text) => void output.write(`${text} …\n`),
    done: nothing,
    fail: nothing,
    stop: nothing,
  };
}

/** Shows how a run gets on, one line a step: a spinner on a terminal, else plain lines. */
export async function openProgress(options: ProgressOptions): Promise<Progress> {
  // A window that is closed must not end a run in the middle of a request.
  options.output.on('error', () => {});
  if (!options.spinner) return plainLines(options.output);
  const [{ default: ora }, { Chalk }] = await Promise.all([import('ora'), import('chalk')]);
  const chalk = new Chalk({ level: options.color ? 1 : 0 });
  if ('columns' in options.output) neverZero(options.output);
  // The terminal stays in line mode so that Ctrl-C keeps working while a step runs.
  const spinner = ora({
    stream: options.output,
    discardStdin: false,
    isEnabled: true,
    ...(options.color ? {} : { color: false }),
  });
  const end = (symbol: string): void => {
    if (spinner.isSpinning) spinner.stopAndPersist({ symbol });
  };
  return {
    step(text) {
      end(chalk.green('✔'));
      spinner.start(text);
    },
    done: () => end(chalk.green('✔')),
    fail: () => end(chalk.red('✖')),
    stop: () => void spinner.stop(),
  };
}

/** A terminal that does not know its width says 0, by which ora would divide: it stands for 80 then. */
function neverZero(output: NodeJS.WritableStream & { columns: unknown }): void {
  let { columns } = output;
  Object.defineProperty(output, 'columns', {
    configurable: true,
    get: () => columns || 80,
    set(told: unknown) {
      columns = told;
    },
  });
}
