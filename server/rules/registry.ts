/** The only list of rules. Diagnostics, settings, docs pages and the README table all come from it. */
import { insecureActionUri, invalidActionUri, localActionUri, placeholderActionUri } from './action-uri.js';
import * as buyerFields from './buyer-fields.js';
import * as codes from './codes.js';
import { currencyNotAList, unknownCurrency } from './currency.js';
import * as defaults from './defaults.js';
import { duplicateKey } from './duplicate-key.js';
import * as fieldNames from './field-names.js';
import * as handler from './handler.js';
import * as inputs from './inputs.js';
import { invalidValue } from './invalid-value.js';
import { jsonSyntax } from './json-syntax.js';
import { missingMode } from './missing-mode.js';
import { missingProperty } from './missing-property.js';
import * as modes from './modes.js';
import { paramsDeprecated, paramsIgnored } from './params.js';
import { unknownProviderValue } from './provider-values.js';
import { withRepairedFixes } from './repaired-fixes.js';
import type { Rule } from './rule.js';
import { secretInManifest, secretSentToBrowser } from './secrets.js';
import { unknownSuppression, unusedSuppression } from './suppressions.js';
import { undefinedCode } from './undefined-code.js';
import { unknownProperty } from './unknown-property.js';
import { wrongType } from './wrong-type.js';

const rules: readonly Rule[] = [
  jsonSyntax,
  duplicateKey,
  wrongType,
  missingProperty,
  unknownProperty,
  invalidValue,
  handler.emptyName,
  handler.emptyCode,
  handler.nameTooLong,
  handler.codeTooLong,
  handler.duplicateHandlerCode,
  handler.settingsTooLarge,
  missingMode,
  modes.shadowedMode,
  invalidActionUri,
  insecureActionUri,
  placeholderActionUri,
  localActionUri,
  modes.ignoredProperty,
  modes.misplacedCodes,
  paramsDeprecated,
  paramsIgnored,
  modes.checkoutWithoutFields,
  codes.unusedCode,
  codes.codeNameCollision,
  codes.codeNameTooLong,
  codes.codeNameStyle,
  codes.codeWithoutName,
  defaults.incompleteDefault,
  defaults.unknownProvider,
  defaults.providerNotImplemented,
  defaults.undocumentedProvider,
  unknownProviderValue,
  inputs.unknownInputType,
  inputs.undocumentedInputType,
  inputs.enumWithoutOptions,
  inputs.misplacedInputType,
  inputs.listLikeOptions,
  undefinedCode,
  buyerFields.fieldNotDrawn,
  buyerFields.buyerFieldHidden,
  fieldNames.fieldNameMangled,
  fieldNames.directLinkWithoutReturn,
  buyerFields.buyerFieldInIframe,
  buyerFields.visibleWithoutEffect,
  buyerFields.buyerCanEdit,
  fieldNames.reservedFieldName,
  currencyNotAList,
  unknownCurrency,
  secretInManifest,
  secretSentToBrowser,
  unknownSuppression,
  unusedSuppression,
];

/** Every rule, in the order of the catalogue. */
export const RULES: readonly Rule[] = rules.map(withRepairedFixes);

const byCode = new Map(RULES.map((rule) => [rule.code, rule]));

/** The rule of a code. */
export const ruleOf = (code: string): Rule | undefined => byCode.get(code);
