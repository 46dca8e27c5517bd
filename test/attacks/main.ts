import { readFileSync, writeFileSync } from 'node:fs';
import { tables } from './table.ts';

// Puts the tables into SECURITY.md; prettier lays them out.
const [before = '', rest = ''] = readFileSync('SECURITY.md', 'utf8').split('<!-- attacks -->');
const after = rest.split('<!-- end of the attacks -->')[1] ?? '';
writeFileSync(
  'SECURITY.md',
  `${before}<!-- attacks -->\n\n${tables()}\n\n<!-- end of the attacks -->${after}`,
);
