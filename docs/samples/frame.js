// Runs in the frame. The payment page posts the payment each time the frame has loaded.
addEventListener('message', async ({ source, origin, data }) => {
  // Which portal shows the frame isn't known beforehand, so `origin` can't be compared with anything. What can be checked:
  // the message comes from the window around the frame, and it has a payment. If you know your portals, check origin, too.
  const told = data?.BX_SYSTEM_PARAMS;
  if (source !== parent || source === window || typeof told !== 'object' || told === null) return;

  // textContent, never innerHTML: a message is text of somebody else.
  if (data.orderNumber) show('order', `Order ${data.orderNumber}`);
  document.body.style.fontFamily = data.BX_COMPUTED_STYLE?.fontFamily ?? '';
  const payment = await ask(told);
  show('text', payment.text);
  if (payment.bank) offer(payment.bank);
  // To the one who asked, not to '*'. The portal listens to the host of ACTION_URI only, and reads width and height.
  source.postMessage({ height: Math.ceil(document.documentElement.getBoundingClientRect().height) }, origin);
});

/** The IDs are enough: our server has the sum from the portal. */
async function ask({ PAYMENT_ID, PAYSYSTEM_ID, RETURN_URL }) {
  const body = new URLSearchParams({ paymentId: PAYMENT_ID, paySystemId: PAYSYSTEM_ID, back: RETURN_URL });
  try {
    const response = await fetch('/frame/payment', { method: 'POST', body });
    return await response.json();
  } catch {
    return { text: 'The bank could not be reached. Please load the page again.' };
  }
}

/** Shows the button, which sends what the bank wants to have back. */
function offer(fields) {
  const form = document.getElementById('pay');
  for (const [name, value] of Object.entries(fields)) form.elements.namedItem(name).value = value;
  form.hidden = false;
}

function show(id, text) {
  document.getElementById(id).textContent = text;
}
