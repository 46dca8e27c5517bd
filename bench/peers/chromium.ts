import { text } from 'node:stream/consumers';
import { openBrowser } from '../../test/html/browser/chromium.ts';

/** A whole link in Chromium: chromium.js ADDRESS, the person as JSON on standard input. Pictures are not loaded. */
const address = process.argv[2] ?? '';
const who = JSON.parse(await text(process.stdin)) as Record<string, string>;
const { page, close } = await openBrowser();
await page.route(/\.(?:css|js|png|gif|ico)(?:\.jsf)?(?:\?|$)/, (route) => route.abort());
const fill = (name: string, value = ''): Promise<void> => page.fill(`[name="${name}"]`, value);
const press = (name: string): Promise<void> => page.click(`[name="${name}"]`);
await page.goto(`${address}/cgi-bin/login.pl`);
await fill('loginForm:loginName', who['pacerUser']);
await fill('loginForm:password', who['pacerPassword']);
await press('loginForm:fbtnLogin');
await fill('mfaForm:mfaInput', who['passcode']);
await press('mfaForm:btnOk');
await page.check('[name="regmsg:chkRedact_input"]', { force: true });
await press('regmsg:bpmConfirm');
await page.click('a[href*="Utilities"]');
await page.click('a[href*="LinkAccount"]');
await fill('login', who['cmecfLogin']);
await fill('key', who['cmecfPassword']);
await press('button1');
await page
  .getByText(who['pacerName'] ?? '')
  .first()
  .waitFor();
await press('button1');
await page.goto(`${address}/cgi-bin/DisplayMenu.pl?Utilities`);
await page.click('a[href*="logout"]');
await close();
