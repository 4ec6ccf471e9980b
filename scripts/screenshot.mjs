#!/usr/bin/env node
// Takes the README's picture of the editor again: docs/images/editor.png, from the browser tests.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root, run } from './project.mjs';

const picture = path.join(root, 'docs/images/editor.png');
fs.mkdirSync(path.dirname(picture), { recursive: true });
process.exitCode = await run(process.execPath, ['scripts/test.mjs', 'browser'], { B24PAY_SCREENSHOT: picture });
