import type { Attack } from './attack.ts';

const named = (cmecfName: string, pacerName: string = cmecfName): Attack['tries'][number] => ({
  person: { cmecfName, pacerName },
});

/** Names made to look like another, and honest names that are merely rare. */
export const names: readonly Attack[] = [
  {
    attack: 'A name with look-alike letters of another script, in one account or in both',
    tries: [
      named('Аlma Q. Example'),
      named('Alma Q. Example', 'Alma Q. Exаmple'),
      named('Αlma Q. Example'),
      named('Alma Q. Exampӏe'),
      named('Alma Q. Exampӏe', 'Alma Q. Example'),
    ],
    ends: 'names-differ',
  },
  {
    attack: 'A name in full-width, mathematical or small-capital letters',
    tries: [named('Ａｌｍａ Example'), named('𝐀𝐥𝐦𝐚 Example'), named('Alma Example', 'Alma Ｅxample')],
    ends: 'names-differ',
  },
  {
    attack: 'A name that another stands behind: invisible letters, or a turned line',
    tries: [
      named('Alma\u200b Example'),
      named('Alma \u202eelpmaxE'),
      named('Alma Exa\u00admple'),
      named('Alma\u3164Example'),
    ],
    ends: 'names-differ',
  },
  {
    attack: 'Unusual but honest names: accents, hyphens, apostrophes, particles, one letter, long, not Latin',
    tries: [
      named('José María Núñez-O’Brien', "JOSE MARIA NUNEZ-O'BRIEN"),
      named("Zoë D'Angelo-Øster"),
      named('Ludwig van der Meer', 'van der Meer, Ludwig'),
      named('Maria del Carmen de la Cruz y Vega'),
      named('O Li'),
      named(
        'Alma-Beatrix-Charlotte-Dorothea Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-Cholmondeley',
      ),
      named('王小明'),
      named('Ирина Петрова'),
      named('محمد العلي'),
      named('D’Arcy St. John-Smythe III'),
      named("Te'a Ka‘ōpua"),
    ],
    ends: 'linked',
    safe: 'they are the same name twice',
  },
];
