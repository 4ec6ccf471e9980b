import { afterEach, expect, test, vi } from 'vitest';
import type { Client } from '../../server/lsp/capabilities.js';
import type { Connection } from '../../server/lsp/connection.js';
import { SettingsStore } from '../../server/lsp/settings.js';

afterEach(() => {
  vi.useRealTimers();
});

const answerOf = (severity: string) => [{ rules: { 'unused-code': severity } }];

/** A store whose first question stays open for longer than anybody waits. */
async function unanswered() {
  vi.useFakeTimers();
  const answers: ((answer: unknown[]) => void)[] = [];
  const request = () => new Promise<unknown[]>((resolve) => answers.push(resolve));
  const onLate = vi.fn();
  const store = new SettingsStore(
    { configuration: true } as Client,
    { request, logFailure: vi.fn() } as unknown as Connection,
    onLate,
  );
  const early = store.of('file:///a.json');
  await vi.advanceTimersByTimeAsync(2000);
  expect(await early).toEqual({});
  return { store, answers, onLate };
}

test('a late answer does not replace one that was asked for after it', async () => {
  const { store, answers, onLate } = await unanswered();

  store.changed(undefined);
  const newer = store.of('file:///a.json');
  answers[1]?.(answerOf('error'));
  expect(await newer).toMatchObject({ severities: { 'unused-code': 'error' } });
  answers[0]?.(answerOf('off'));
  await vi.waitFor(() => {
    expect(onLate).toHaveBeenCalledOnce();
  });
  expect(await store.of('file:///a.json')).toMatchObject({ severities: { 'unused-code': 'error' } });
});

test('a late answer counts as soon as it is there', async () => {
  const { store, answers, onLate } = await unanswered();
  answers[0]?.(answerOf('off'));
  await vi.waitFor(() => {
    expect(onLate).toHaveBeenCalledOnce();
  });
  expect(await store.of('file:///a.json')).toMatchObject({ severities: { 'unused-code': 'off' } });
});
