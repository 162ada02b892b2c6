/** As the ledger keeps it: up to 15 digits before the point, 4 after it. */
const AMOUNT = /^\+?0*(\d*)(?:\.(\d*?)0*)?$|^-0+(?:\.0+)?$/;
const WRITTEN = /^([+-]?\d+(?:\.\d+)?)[ \t\n\v\f\r]+([A-Za-z]{3})$/;
const WHOLE_DIGITS = 15;
const DECIMALS = 4;

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** Whether a text is an amount and an ISO 4217 currency such as 1850 DKK. */
module.exports = function isMoney(value) {
  const [ , number, currency ] = WRITTEN.exec(value) || [];
  const amount = number && AMOUNT.exec(number);
  return Boolean(amount) && CURRENCIES.has(currency)
    && (amount[1] || '').length <= WHOLE_DIGITS && (amount[2] || '').length <= DECIMALS;
};
