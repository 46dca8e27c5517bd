import { html } from '../answer.ts';
import { loginScreen } from '../sign-on/login-form.ts';
import { part } from '../template.ts';
import type { Route } from './route.ts';

/** Somebody else's host: it shows a sign-on page of its own and keeps (logs) whatever it is sent. */
export const evilRoutes: readonly Route[] = [
  {
    kind: 'evil',
    open: true,
    fits: () => true,
    handle: (memory, asked) =>
      html(
        part('sign-on/page', {
          banner: part('practice/banner'),
          panel: loginScreen(memory, asked, 'stateless', []).panel,
          dialogs: '',
          opens: '',
          prefix: 'javax.faces',
        }),
      ),
  },
];
