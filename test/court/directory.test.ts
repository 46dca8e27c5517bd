import { describe, expect, it } from 'vitest';
import { courts, findCourt, searchCourts } from '../../src/court/directory.ts';

const names = (answer: ReturnType<typeof findCourt>) =>
  'found' in answer ? answer.found.shortName : answer.nearest.map((court) => court.shortName);

const count = (kind: string) => courts.filter((court) => court.kind === kind).length;

describe('the court directory', () => {
  it('knows the Bankruptcy Court for the Western District of Michigan', () => {
    expect(findCourt('miwb')).toEqual({
      found: {
        id: 'MIWBK',
        shortName: 'miwb',
        kind: 'bankruptcy',
        title: 'Michigan Western Bankruptcy Court',
        address: 'https://ecf.miwb.uscourts.gov',
        helpDesk: '616-456-2693',
      },
    });
  });

  it('holds 94 bankruptcy courts, each with its short name plus K as id', () => {
    const bankruptcy = courts.filter((court) => court.kind === 'bankruptcy');
    expect(bankruptcy).toHaveLength(94);
    expect(bankruptcy.filter((court) => court.id !== `${court.shortName.toUpperCase()}K`)).toEqual([]);
  });

  it('gives every district court its short name plus C as id, but for one asbestos docket', () => {
    const district = courts.filter((court) => court.kind === 'district');
    expect(district).toHaveLength(95);
    expect(
      district.filter((court) => court.id !== `${court.shortName.toUpperCase()}C`).map((court) => court.id),
    ).toEqual(['OHNDAD']);
  });

  it('counts the rest: 16 of appeals, 4 national, and one entry that is no court', () => {
    expect([count('appeals'), count('national'), count('other'), courts.length]).toEqual([16, 4, 1, 210]);
    expect(courts.filter((court) => court.kind === 'other').map((court) => court.id)).toEqual(['00PCL']);
  });

  it('has a CM/ECF address on https under uscourts.gov, or none at all', () => {
    const odd = courts.filter((court) => !/^https:\/\/[a-z0-9.]+\.uscourts\.gov$/.test(court.address ?? ''));
    expect(odd.map((court) => court.id)).toEqual(['SCOTUS']);
    const elsewhere = courts.filter(
      (court) => court.address !== `https://ecf.${court.shortName}.uscourts.gov`,
    );
    expect(elsewhere.map((court) => [court.id, court.address])).toEqual([
      ['SCOTUS', null],
      ['00PCL', 'https://pcl.uscourts.gov'],
    ]);
  });

  it('names a help desk as a plain number, or null, and never twice the same id', () => {
    expect(
      courts.filter(
        ({ helpDesk }) => helpDesk !== null && !/^\d{3}-\d{3}-\d{4}(, Option \d+)?$/.test(helpDesk),
      ),
    ).toEqual([]);
    expect(
      courts
        .filter((court) => court.kind === 'bankruptcy' && court.helpDesk === null)
        .map((court) => court.id),
    ).toEqual(['ALSBK', 'NMIBK']);
    expect(new Set(courts.map((court) => court.id)).size).toBe(courts.length);
  });
});

describe('finding a court', () => {
  it.each(['miwb', 'MIWB', ' MiwbK ', 'ecf.miwb.uscourts.gov', 'https://ecf.miwb.uscourts.gov/'])(
    '%s is miwb',
    (word) => {
      expect(names(findCourt(word))).toBe('miwb');
    },
  );

  it('finds every court but its namesakes by id, and every court with a short name by it', () => {
    for (const court of courts) expect(findCourt(court.id.toLowerCase())).toEqual({ found: court });
    const shortNames = courts.map((court) => court.shortName).filter((shortName) => shortName !== '');
    expect(shortNames.map((shortName) => names(findCourt(shortName)))).toEqual(shortNames);
  });

  it('takes a circuit’s short name for the court, not for its bankruptcy appellate panel', () => {
    const ids = ['ca1', 'ca9', 'ca10']
      .map((word) => findCourt(word))
      .map((answer) => 'found' in answer && answer.found.id);
    expect(ids).toEqual(['01CA', '09CA', '10CA']);
    expect(findCourt('09BAP')).toMatchObject({
      found: { title: 'U.S. Court of Appeals, Ninth Circuit BAP' },
    });
  });

  it.each([
    ['western michigan', ['miwb', 'miwd']],
    ['Bankr. W.D. Mich.', ['miwb']],
    ['Western District of Michigan', ['miwd', 'miwb']],
    ['Bankruptcy Court for the Western District of Michigan', ['miwb']],
    ['guam', ['gub', 'gud']],
    ['federal claims', ['cofc']],
    ['texas', ['txeb', 'txnb', 'txsb', 'txwb', 'txed']],
  ])('%s may mean %j', (word, expected) => {
    expect(names(findCourt(word))).toEqual(expected);
  });

  it.each([
    ['mwib', 'miwb'],
    ['miwbb', 'miwb'],
    ['miwv', 'miwb'],
    ['MIWKB', 'miwb'],
    ['nysbk1', 'nysb'],
  ])('%s offers %s first', (word, first) => {
    expect(names(findCourt(word))[0]).toBe(first);
  });

  it.each([
    '',
    '  ',
    '?',
    'zzzzzzzz',
    'the court of the',
    'constructor',
    '__proto__',
    'a'.repeat(100_000),
    '-'.repeat(100_000),
  ])('offers at most five, quickly, and never throws (%#)', (word) => {
    const answer = findCourt(word);
    expect('nearest' in answer && answer.nearest.length <= 5).toBe(true);
  });
});

const listed = (words: string) => searchCourts(words).map((court) => court.shortName);

describe('listing courts', () => {
  it('lists all for no word', () => {
    expect(searchCourts(' ')).toEqual([...courts]);
  });

  it.each([
    ['mi', ['mieb', 'miwb', 'mied', 'miwd']],
    ['michigan', ['mieb', 'miwb', 'mied', 'miwd']],
    ['MIWBK', ['miwb']],
    ['michigan bankruptcy', ['mieb', 'miwb']],
    ['bap', ['ca1', 'ca10', 'ca9']],
    ['nowhere', []],
  ])('%s lists %j', (words, expected) => {
    expect(listed(words)).toEqual(expected);
  });
});
