// `npm run demo` does the main job.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { root } from '../../scripts/project.mjs';

it('the demo checks, repairs, registers and lists a handler', async () => {
  const env = { ...process.env, B24PAY_BUILT: '1' };
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/demo.mjs'], { cwd: root, env });
  const told = [
    'undefined-code',
    '+ "CODE": "SHOP_ID"',
    'No problems in 1 file',
    'Registered as handler 1',
    'my_shop_form  My',
  ];
  expect(told.map((text) => stdout.includes(text))).toEqual(told.map(() => true));
});
