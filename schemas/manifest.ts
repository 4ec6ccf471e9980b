/** zod models of a handler manifest: the single source of its keys, types, closed sets and descriptions. Build time only. */
import { z } from 'zod/v3';
import { annotate } from './annotate.js';
import type { DocumentationPage } from './documentation.js';
import { HANDLER_CODE_LIMIT, NAME_LIMIT } from './limits.js';
import { TEMPLATE_URI } from './template-uri.js';

/** What an object of free keys may also be: PHP sends an empty object as `[]`, and a portal takes either. */
export const emptyList = z.array(z.unknown()).max(0);

/** A place in a list, as a number or as text. */
const sort = (description: string, docs: DocumentationPage) =>
  annotate(z.union([z.number(), z.string().regex(/^\s*[-+]?\d+(\.\d+)?([eE][-+]?\d+)?\s*$/)]).nullable(), {
    description,
    examples: [100],
    docs,
  });

/** TYPE beside INPUT instead of inside it, as in the documentation's own examples. */
const misplacedType = annotate(z.unknown(), {
  description: 'Ignored here: the portal reads INPUT.TYPE.',
  docs: 'codes',
  ignored: true,
}).optional();

const inputSchema = (description: string) =>
  annotate(
    z
      .object({
        TYPE: annotate(z.string().nullable(), {
          description: 'Kind of input. On the payment page only STRING and Y/N are drawn.',
          examples: ['STRING', 'Y/N'],
          docs: 'codes',
        }).optional(),
        OPTIONS: annotate(z.union([z.record(z.unknown()), z.array(z.unknown())]).nullable(), {
          description: 'Choices of an ENUM: stored value → label.',
          examples: [{ TEST: 'Test', REGULAR: 'Live' }],
          docs: 'codes',
        }).optional(),
      })
      .passthrough(),
    { description, docs: 'codes' },
  );

const administratorInput = inputSchema(
  'The control that the administrator fills in. Without it the administrator chooses a source and a value.',
);
const buyerInput = inputSchema('The control that the buyer fills in: STRING, which is the default, or Y/N.');

const defaultSchema = annotate(
  z
    .object({
      PROVIDER_KEY: annotate(z.string().nullable(), {
        description:
          'Where the value comes from: a literal VALUE, the ORDER, the PAYMENT, the USER or a PROPERTY of the order.',
        examples: ['PAYMENT'],
        docs: 'default',
      }).optional(),
      PROVIDER_VALUE: annotate(z.string().nullable(), {
        description: 'Which value of that source; for VALUE the text itself.',
        examples: ['SUM'],
        docs: 'default',
      }).optional(),
    })
    .strict(),
  {
    description:
      'Source of the value until the administrator chooses another. Works only with both PROVIDER_KEY and PROVIDER_VALUE.',
    docs: 'default',
  },
);

const codeSchema = annotate(
  z
    .object({
      NAME: annotate(z.string().nullable(), {
        description: 'Label in the settings of the payment system. Without it the administrator sees the code.',
        examples: ['Payment number'],
        docs: 'codes',
      }).optional(),
      DESCRIPTION: annotate(z.string().nullable(), {
        description: 'Help text under the setting.',
        examples: ['Number of your shop at the payment service'],
        docs: 'codes',
      }).optional(),
      SORT: sort('Order of the settings; smaller comes first.', 'codes').optional(),
      GROUP: annotate(z.string().nullable(), {
        description:
          'Group under which the settings page shows the setting. One that the portal does not know does no harm.',
        examples: ['PAYMENT'],
        docs: 'codes',
      }).optional(),
      DEFAULT: z.union([defaultSchema, emptyList]).nullable().optional(),
      INPUT: z.union([administratorInput, emptyList]).nullable().optional(),
      PROVIDERS: annotate(z.array(z.string()).nullable(), {
        description: 'Sources the administrator may choose from. Not in the documentation.',
        examples: [['VALUE', 'ORDER']],
      }).optional(),
      DOMAINS: annotate(z.union([z.string(), z.array(z.string())]).nullable(), {
        description: 'Person types the setting is for: I individuals, E legal entities. Not in the documentation.',
        examples: ['I'],
      }).optional(),
      NOT_COMMON: annotate(z.union([z.boolean(), z.string()]).nullable(), {
        description: 'Whether the setting has no common value for all person types. Not in the documentation.',
        examples: [true],
      }).optional(),
      TYPE: misplacedType,
    })
    .strict(),
  {
    description: 'A setting of the payment system: where its value comes from and how the administrator sees it.',
    docs: 'codes',
  },
);

const buyerFieldSchema = annotate(
  z
    .object({
      NAME: annotate(z.string().nullable(), {
        description: 'Label that the buyer sees.',
        examples: ['Phone'],
        docs: 'form',
      }).optional(),
      INPUT: z.union([buyerInput, emptyList]).nullable().optional(),
      TYPE: misplacedType,
    })
    .strict(),
  { description: 'A question to the buyer instead of a setting.', docs: 'form' },
);

const fieldSchema = annotate(
  z
    .object({
      CODE: annotate(z.union([z.string(), buyerFieldSchema, emptyList]), {
        description: 'The setting (a key of SETTINGS.CODES) whose value is sent, or an object that asks the buyer.',
        examples: ['PAYMENT_ID'],
        docs: 'form',
      }),
      VISIBLE: annotate(z.enum(['Y', 'N']).nullable(), {
        description: 'Y shows the field to the buyer as an editable input; N (default) keeps it hidden.',
        examples: ['N'],
        docs: 'form',
      }).optional(),
    })
    .strict(),
  { description: 'What is sent under this name.', docs: 'form' },
);

const fields = annotate(z.union([z.record(fieldSchema), emptyList]).nullable(), {
  description: 'Fields that are sent: name → where the value comes from.',
  docs: 'form',
});

const actionUri = (description: string, docs: 'form' | 'checkout' | 'iframe') =>
  annotate(z.string(), { description, examples: [TEMPLATE_URI], docs });

const formSchema = annotate(
  z
    .object({
      ACTION_URI: actionUri("Absolute address that the buyer's browser posts the form to.", 'form'),
      METHOD: annotate(
        z
          .string()
          .regex(/^([Gg][Ee][Tt]|[Pp][Oo][Ss][Tt])?$/)
          .nullable(),
        {
          description: 'HTTP method of the form, GET or POST. GET without visible fields becomes a plain link.',
          examples: ['POST'],
          docs: 'form',
        },
      ).optional(),
      FIELDS: fields.optional(),
      PARAMS: annotate(z.union([z.record(z.string()), emptyList]).nullable(), {
        description: 'Older form of FIELDS: name → code, all hidden. Ignored as soon as FIELDS is there.',
        examples: [{ invoiceNumber: 'PAYMENT_ID' }],
        docs: 'form',
      }).optional(),
    })
    .strict(),
  { description: "Form: the buyer's browser posts a form to your page.", docs: 'form' },
);

const serverMode = (description: string, uri: string, docs: 'checkout' | 'iframe') =>
  annotate(z.object({ ACTION_URI: actionUri(uri, docs), FIELDS: fields.optional() }).strict(), { description, docs });

/** A mode may be left empty: the portal then takes it for absent. */
const orAbsent = <T extends z.ZodType<unknown>>(mode: T) => z.union([mode, emptyList]).nullable().optional();

const settingsSchema = annotate(
  z
    .object({
      CODES: annotate(z.union([z.record(z.union([codeSchema, emptyList])), emptyList]), {
        description: 'Settings of the payment system: code → where its value comes from. May be empty, must be there.',
        docs: 'codes',
      }),
      FORM_DATA: orAbsent(formSchema),
      CHECKOUT_DATA: orAbsent(
        serverMode(
          'Checkout: the portal posts the payment to your server and shows the buyer the PAYMENT_URL of the answer.',
          'Absolute address that the portal posts the payment to, form-encoded.',
          'checkout',
        ),
      ),
      IFRAME_DATA: orAbsent(
        serverMode(
          'IFrame: your page opens inside the payment page and gets the payment by postMessage.',
          'Absolute https address of the page that is shown in the frame.',
          'iframe',
        ),
      ),
      CLIENT_TYPE: annotate(z.enum(['b2c', 'b2b']).nullable(), {
        description: 'Who pays: b2c individuals (default), b2b legal entities.',
        examples: ['b2c'],
        docs: 'settings',
      }).optional(),
      CURRENCY: annotate(z.array(z.string()).nullable(), {
        description: 'Currencies of the orders the payment system is offered for. Empty: all.',
        examples: [['RUB']],
        docs: 'settings',
      }).optional(),
    })
    .strict(),
  {
    description: 'How the payment is made and which settings the payment system has. Letter case counts here.',
    docs: 'settings',
  },
);

/** A handler manifest: the parameters of `sale.paysystem.handler.add`, and `$schema`, which is never sent. */
export const manifestSchema = annotate(
  z
    .object({
      $schema: annotate(z.string().nullable(), {
        description: 'Address of the JSON Schema, for other editors. Never sent to a portal.',
      }).optional(),
      NAME: annotate(z.string().max(NAME_LIMIT), {
        description: 'Name of the handler, as an administrator sees it in the list of payment methods.',
        examples: ['My payment service'],
        docs: 'handler-add',
      }),
      CODE: annotate(z.string().max(HANDLER_CODE_LIMIT), {
        description:
          'Code of the handler: unique on the whole portal, at most 50 characters. Registering again with this code updates the handler.',
        examples: ['my_payment_service'],
        docs: 'handler-add',
      }),
      SORT: sort('Place in the list of handlers; smaller comes first. Default 100.', 'handler-add').optional(),
      SETTINGS: settingsSchema,
    })
    .strict(),
  { description: 'A payment handler for Bitrix24: the parameters of sale.paysystem.handler.add.', docs: 'handler-add' },
);

/** The parameters a manifest sends to a portal. */
export interface HandlerParameters {
  readonly NAME: string;
  readonly CODE: string;
  readonly SORT?: number | string | null;
  readonly SETTINGS: Readonly<Record<string, unknown>>;
}
