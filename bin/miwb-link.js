#!/usr/bin/env node
'use strict';
const { existsSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
// What was compiled is trusted when it is found again: it is kept among the user's own files, not in a folder for all.
const { HOME, USERPROFILE } = process.env;
const cache = `${HOME ?? USERPROFILE ?? ''}/.cache`;
if (enableCompileCache && /^(\/.|[A-Za-z]:)/.test(cache) && existsSync(cache))
  enableCompileCache(`${cache}/miwb-link`);
require('../dist/main.cjs').main();
