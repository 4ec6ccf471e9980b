/** Address of the endpoint in templates, completions and fixes, until the developer puts in his own. */
export const TEMPLATE_URI = 'https://pay.my-service.com/payment';
