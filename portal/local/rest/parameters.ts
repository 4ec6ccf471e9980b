/** The parameters of a call: query string, and the body of a POST over it. */
import { HonoRequest } from 'hono/request';
import { replaceKeys } from '../php/arrays.js';
import { decodeJsonBytes } from '../php/json-decode.js';
import { PhpJsonError } from '../php/json-error.js';
import { collectVariables, parseStr } from '../php/parse-str.js';
import { EMPTY_ARRAY, isArray, type PhpArray } from '../php/value.js';

/** A request, as far as its parameters are concerned. */
export interface ParameterSource {
  /** Without the question mark. */
  readonly query: string;
  /** Undefined when the header is absent. */
  readonly contentType: string | undefined;
  /** Undefined when the request is no POST: the portal does not look at another one's body. */
  readonly body: Uint8Array | undefined;
}

/** Reads the parameters as PHP and the portal do: what can't be read isn't there. */
export async function readParameters({ query, contentType = '', body }: ParameterSource): Promise<PhpArray> {
  const params = parseStr(query);
  return body === undefined ? params : replaceKeys(params, await readFields(contentType, body));
}

async function readFields(contentType: string, body: Uint8Array): Promise<PhpArray> {
  const type = contentType.replace(/;.*$/s, '').trim().toLowerCase();
  if (type === 'multipart/form-data') return readMultipart(contentType, body);
  if (type === 'application/json' || type.endsWith('+json')) return readJson(body);
  const text = new TextDecoder().decode(body);
  // JSON sent as anything else becomes one parameter with a strange name.
  return parseStr(type === 'application/x-www-form-urlencoded' ? text : text.trim());
}

/** Malformed JSON is dropped without a word, so that the first required parameter appears to be missing. */
function readJson(body: Uint8Array): PhpArray {
  try {
    const value = decodeJsonBytes(trimBlanks(body));
    return isArray(value) ? value : EMPTY_ARRAY;
  } catch (error) {
    if (error instanceof PhpJsonError) return EMPTY_ARRAY;
    throw error;
  }
}

/** The portal trims a body before it decodes it, and PHP's trim takes more than JSON's blanks away. */
function trimBlanks(body: Uint8Array): Uint8Array {
  const blanks = new Set(Buffer.from(' \t\n\r\0\v'));
  const start = body.findIndex((byte) => !blanks.has(byte));
  const end = body.findLastIndex((byte) => !blanks.has(byte));
  return start < 0 ? new Uint8Array() : body.subarray(start, end + 1);
}

/** Files are no parameters. */
async function readMultipart(contentType: string, body: Uint8Array): Promise<PhpArray> {
  const fields: [name: string, value: string][] = [];
  const headers = { 'content-type': contentType };
  const request = new HonoRequest(new Request('http://127.0.0.1', { method: 'POST', headers, body }));
  try {
    (await request.formData()).forEach((value, name) => {
      if (typeof value === 'string') fields.push([name, value]);
    });
  } catch (error) {
    // No multipart form after all.
    if (!(error instanceof TypeError)) throw error;
  }
  return collectVariables(fields);
}
