/** Every REST method that the portal has, but for `batch`. One file for each family. */
import type { Method } from '../rest/method.js';
import { aboutMethods, methodsMethod } from './about.js';
import { currencyMethods } from './currency.js';
import { handlerMethods } from './handler.js';
import { getInvoiceSettings, payInvoice } from './invoice.js';
import { orderMethods } from './order.js';
import { getPaymentSettings, payPayment } from './pay.js';
import { ofPaySystems } from './pay-system-aliases.js';
import { listPaySystems } from './pay-system-list.js';
import { addPaySystem, deletePaySystem, updatePaySystem } from './pay-system.js';
import { paymentMethods } from './payment.js';
import { personTypeMethods } from './person-type.js';
import { getSettings, updateSettings } from './settings.js';

const paySystemMethods: Readonly<Record<string, Method>> = {
  'sale.paysystem.add': ofPaySystems(addPaySystem),
  'sale.paysystem.update': ofPaySystems(updatePaySystem),
  'sale.paysystem.delete': ofPaySystems(deletePaySystem),
  'sale.paysystem.list': ofPaySystems(listPaySystems),
  'sale.paysystem.settings.get': ofPaySystems(getSettings),
  'sale.paysystem.settings.update': ofPaySystems(updateSettings),
  'sale.paysystem.settings.payment.get': ofPaySystems(getPaymentSettings),
  'sale.paysystem.settings.invoice.get': ofPaySystems(getInvoiceSettings),
  'sale.paysystem.pay.payment': ofPaySystems(payPayment),
  'sale.paysystem.pay.invoice': ofPaySystems(payInvoice),
};

const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    ...handlerMethods,
    ...paySystemMethods,
    ...personTypeMethods,
    ...currencyMethods,
    ...paymentMethods,
    ...orderMethods,
    ...aboutMethods,
    methods: methodsMethod(() => [...METHODS.keys(), 'batch']),
  }),
);

/** The method of a name, tried in lower case first, then as given. */
export function findMethod(name: string): Method | undefined {
  return METHODS.get(name.toLowerCase()) ?? METHODS.get(name);
}
