import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLocalPortal } from '../../portal/local/server.js';
import { openSession } from './session.js';
import type { Session } from './session.js';

let session: Session;

beforeEach(() => {
  session = openSession();
});

afterEach(() => {
  session.remove();
});

describe('b24pay portal', () => {
  it('prints one line of JSON when it is ready', async () => {
    const { code, stdout, stderr } = await session.run(['portal', '--port', '0', '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^[^\n]+\n$/);
    expect(JSON.parse(stdout)).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
      webhook: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/rest\/1\/[^/]+$/) as string,
      control: {
        url: expect.stringMatching(/\/\.local\/state$/) as string,
        token: expect.stringMatching(/^\S{16,}$/) as string,
      },
    });
  });

  it('tells a person the same in lines', async () => {
    const { stdout } = await session.run(['portal']);
    expect(stdout).toMatch(/^The local portal runs at http:\/\/127\.0\.0\.1:\d+\.\n/);
    expect(stdout).toMatch(/\/rest\/1\/\w+\n/);
    expect(stdout).toContain('--state FILE keeps them');
  });

  it('keeps its state in a file, relative to the folder it is started in', async () => {
    const first = await session.run(['portal', '--state', 'state.json', '--json']);
    const second = await session.run(['portal', '--state', 'state.json', '--json']);
    const codeOf = ({ stdout }: { stdout: string }) =>
      (JSON.parse(stdout) as { webhook: string }).webhook.split('/').at(-1);
    expect(codeOf(first)).toBe(codeOf(second));
  });

  it('stops at a state file that it cannot read, and leaves it alone', async () => {
    const path = session.write('state.json', '{ "handlers": [');
    const { code, stdout, stderr } = await session.run(['portal', '--state', 'state.json']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^b24pay: [^\n]*state\.json[^\n]*JSON[^\n]*\n$/);
    expect(readFileSync(path, 'utf8')).toBe('{ "handlers": [');
  });

  it('says that a port is in use', async () => {
    const other = await startLocalPortal();
    const { port } = new URL(other.url);
    const { code, stderr } = await session.run(['portal', '--port', port]);
    await other.close();
    expect(code).toBe(2);
    expect(stderr).toMatch(new RegExp(`^b24pay: Port ${port} [^\\n]*\\n$`));
  });
});
