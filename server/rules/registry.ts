/** The only list of rules. Diagnostics, settings, docs pages and the README table all come from it. */
import { insecureActionUri, invalidActionUri, localActionUri, placeholderActionUri } from './action-uri.js';
import {
  codeNameCollision,
  codeNameStyle,
  codeNameTooLong,
  codeWithoutName,
  undefinedCode,
  unusedCode,
} from './codes.js';
import { currencyNotAList, unknownCurrency } from './currency.js';
import {
  incompleteDefault,
  providerNotImplemented,
  undocumentedProvider,
  unknownProvider,
  unknownProviderValue,
} from './defaults.js';
import * as fields from './fields.js';
import { duplicateHandlerCode, emptyCode, emptyName, settingsTooLarge } from './handler.js';
import {
  enumWithoutOptions,
  listLikeOptions,
  misplacedInputType,
  undocumentedInputType,
  unknownInputType,
} from './inputs.js';
import { duplicateKey, jsonSyntax } from './json.js';
import * as modes from './modes.js';
import type { Rule } from './rule.js';
import { secretInManifest, secretSentToBrowser } from './secrets.js';
import * as structure from './structure.js';
import { unknownSuppression, unusedSuppression } from './suppressions.js';

/** Every rule, in the order of the catalogue. */
export const RULES: readonly Rule[] = [
  jsonSyntax,
  duplicateKey,
  structure.wrongType,
  structure.missingProperty,
  structure.unknownProperty,
  structure.invalidValue,
  emptyName,
  emptyCode,
  structure.nameTooLong,
  structure.codeTooLong,
  duplicateHandlerCode,
  settingsTooLarge,
  structure.missingMode,
  modes.shadowedMode,
  invalidActionUri,
  insecureActionUri,
  placeholderActionUri,
  localActionUri,
  modes.ignoredProperty,
  modes.misplacedCodes,
  modes.paramsDeprecated,
  modes.paramsIgnored,
  modes.checkoutWithoutFields,
  unusedCode,
  codeNameCollision,
  codeNameTooLong,
  codeNameStyle,
  codeWithoutName,
  incompleteDefault,
  unknownProvider,
  providerNotImplemented,
  undocumentedProvider,
  unknownProviderValue,
  unknownInputType,
  undocumentedInputType,
  enumWithoutOptions,
  misplacedInputType,
  listLikeOptions,
  undefinedCode,
  fields.fieldNotDrawn,
  fields.buyerFieldHidden,
  fields.fieldNameMangled,
  fields.directLinkWithoutReturn,
  fields.buyerFieldInIframe,
  fields.visibleWithoutEffect,
  fields.buyerCanEdit,
  fields.reservedFieldName,
  currencyNotAList,
  unknownCurrency,
  secretInManifest,
  secretSentToBrowser,
  unknownSuppression,
  unusedSuppression,
];

const byCode = new Map(RULES.map((rule) => [rule.code, rule]));

/** The rule of a code. */
export const ruleOf = (code: string): Rule | undefined => byCode.get(code);
