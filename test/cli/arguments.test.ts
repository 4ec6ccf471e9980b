import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { openSession } from './session.js';
import type { Session } from './session.js';

let session: Session;

beforeEach(() => {
  session = openSession();
});

afterEach(() => {
  session.remove();
});

describe('what cannot be used', () => {
  it.each([
    ['no command', [], 'No command is given. "b24pay --help" lists them.'],
    ['an unknown command', ['chek'], 'There is no command "chek". Did you mean check?'],
    ['a command like no other', ['frobnicate'], 'There is no command "frobnicate". "b24pay --help" lists them.'],
    ['no file', ['check'], 'A file is missing. "b24pay check --help" explains the command.'],
    ['no file to register', ['register', '--yes'], 'A file is missing. "b24pay register --help" explains the command.'],
    ['an unknown option', ['check', 'a', '--fomat', 'json'], 'There is no option --fomat here.'],
    ['an unknown letter', ['portal', '-x'], 'There is no option -x here.'],
    ['an option of another command', ['check', 'a', '--yes'], 'There is no option --yes here.'],
    ['too many arguments', ['register', 'a', 'b'], 'There are too many arguments.'],
    ['arguments where there are none', ['handlers', 'a'], 'There are too many arguments.'],
    ['an option without its value', ['check', 'a', '--format'], '--format needs a value behind it.'],
    ['an option with an empty value', ['portal', '--state', ''], '--state needs a value behind it.'],
    ['an option in front of another', ['check', 'a', '--format', '--fix'], '--format needs a value behind it.'],
    ['a switch with a value', ['register', 'a', '--yes=false'], '--yes takes no value.'],
    ['an option given twice', ['check', 'a', '--format=json', '--format=text'], '--format is given more than once.'],
    ['no port', ['portal', '--port', 'http'], '--port is a number from 0 to 65535, not "http".'],
    ['a port in another style', ['portal', '--port', '0x1F90'], '--port is a number from 0 to 65535, not "0x1F90".'],
    ['too high a port', ['portal', '--port', '65536'], '--port is a number from 0 to 65535, not "65536".'],
  ])('%s gives one line and exit code 2', async (_, args, line) => {
    const { code, stdout, stderr } = await session.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.startsWith(`b24pay: ${line}`)).toBe(true);
    expect(stderr.match(/\n/g)).toHaveLength(1);
  });

  it.each([
    ['as a command', ['https://acme.bitrix24.com/rest/1/s3cr3tcode/']],
    ['as a file', ['check', 'https://acme.bitrix24.com/rest/1/s3cr3tcode/']],
    ['as one argument too many', ['register', 'a', 'https://acme.bitrix24.com/rest/1/s3cr3tcode/']],
    ['as a port', ['portal', '--port', 'https://acme.bitrix24.com/rest/1/s3cr3tcode/']],
  ])('never repeats the code of a webhook typed %s', async (_, args) => {
    const { code, stdout, stderr } = await session.run(args);
    expect(code).toBe(2);
    expect(stdout + stderr).not.toContain('s3cr3tcode');
  });
});

describe('what looks like a number', () => {
  it.each(['007', '1e3', '0x10', '1.0', 'true'])('stays the name of a file: %s', async (name) => {
    expect(await session.run(['portal', '--state', name])).toMatchObject({ code: 0, stderr: '' });
    expect(await session.run(['check', '--fix', name])).toMatchObject({ code: 1, stderr: '' });
    expect(readdirSync(session.folder)).toEqual([name]);
  });
});

describe('help', () => {
  it.each([['--help'], ['-h'], ['frobnicate', '--help']])('%s lists the commands', async (...args) => {
    const { code, stdout, stderr } = await session.run(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ {2}check .*\n {2}register .*\n {2}handlers .*\n {2}pay .*\n {2}portal /m);
  });

  it.each(['check', 'register', 'handlers', 'portal'])('explains %s, with an example', async (name) => {
    const { code, stdout } = await session.run([name, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage:\n  b24pay ${name}`);
    expect(stdout).toMatch(new RegExp(`Examples?:\\n.*b24pay ${name}`));
  });

  it('is given for a command whose option lacks its value', async () => {
    const { code, stdout } = await session.run(['check', '--format', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('Usage:\n  b24pay check');
  });

  it.each(['register', 'handlers'])('warns in %s of an address on the command line', async (name) => {
    expect((await session.run([name, '--help'])).stdout).toMatch(/B24PAY_WEBHOOK.*seen by other users/);
  });
});

it('tells its version', async () => {
  for (const option of ['--version', '-v']) {
    expect(await session.run([option])).toMatchObject({ code: 0, stdout: `${version}\n` });
  }
});
