/**
 * High contrast in the editor. A frame takes light or dark from what is around it, but not the contrast: the editor says it by the
 * frame's name, which stays when the frame goes on to another page, and by a message when its theme changes under an open page.
 */

/** Name of a frame in a theme with high contrast, and the message that says so. Any other means the usual contrast. */
export const HIGH_CONTRAST = 'b24pay-high-contrast';

/** Id of the style sheet that is for high contrast only. */
export const HIGH_CONTRAST_SHEET = 'high-contrast';

/** Where it holds without being asked for: on a system, or in a browser, that is set up like that. */
export const HIGH_CONTRAST_MEDIA = '(prefers-contrast: more), (forced-colors: active)';

/** What runs in the browser on every page, behind the style sheet and before anything is drawn. */
export const HIGH_CONTRAST_SCRIPT = `(() => {
  'use strict';
  const sheet = document.getElementById('${HIGH_CONTRAST_SHEET}');
  const show = (said) => {
    sheet.media = said === '${HIGH_CONTRAST}' ? 'all' : '${HIGH_CONTRAST_MEDIA}';
  };
  show(name);
  addEventListener('message', ({ source, data }) => {
    if (source === parent && parent !== window) show(data);
  });
})();`;
