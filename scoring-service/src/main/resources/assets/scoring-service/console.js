// The console: nothing that somebody has entered is lost, and nothing newer is written over.
(() => {
  'use strict';

  const form = document.querySelector('form[data-draft]');
  const saved = document.getElementById('saved');
  const store = form?.dataset.draft;
  let sent = null;
  let attempt = 0;
  let timer = 0;
  let conflict = false;

  const sign = (text, state) => {
    saved.dataset.state = state;
    saved.textContent = text;
  };

  // What the form says, without the revision that it is based on
  const content = () => JSON.stringify([...new FormData(form)].filter(([name]) => !['revision', 'reason', 'seen'].includes(name)));
  const initial = form && content();
  const remember = (revision) => {
    try {
      localStorage.setItem(store, JSON.stringify({ revision, content: content() }));
    } catch (refused) {
      sign('Not saved yet, and this browser keeps nothing: stay on this page', 'unsaved');
    }
  };
  const forget = () => localStorage.removeItem(store);
  const revision = () => form.elements.revision.value;
  const unsaved = () => localStorage.getItem(store) !== null;

  const put = (text) => {
    const values = JSON.parse(text);
    for (const element of form.elements) {
      if (!element.name || ['revision', 'reason', 'seen'].includes(element.name)) {
        continue;
      }
      const own = values.filter(([name]) => name === element.name).map(([, value]) => value);
      if (element.type === 'radio' || element.type === 'checkbox') {
        element.checked = own.includes(element.value);
      } else {
        element.value = own[0] ?? '';
      }
    }
  };

  const retry = () => {
    clearTimeout(timer);
    if (unsaved() && !conflict) {
      htmx.trigger(form, 'retry');
    }
  };
  const later = () => {
    clearTimeout(timer);
    attempt += 1;
    timer = setTimeout(retry, Math.min(15000, 500 * 2 ** attempt));
  };

  if (form) {
    const changed = () => {
      if (form.checkValidity()) {
        remember(revision());
      }
    };
    form.addEventListener('input', changed);
    form.addEventListener('change', changed);

    form.addEventListener('htmx:beforeRequest', () => {
      sent = content();
      sign('Saving…', 'saving');
    });
    form.addEventListener('htmx:afterRequest', (event) => {
      const status = event.detail.xhr?.status ?? 0;
      if (event.detail.successful) {
        attempt = 0;
        document.querySelector('#notice .unreachable')?.remove();
        if (content() === sent) {
          forget();
        } else {
          remember(revision());
        }
        saved.dataset.state = 'saved';
      } else if (status === 412) {
        conflict = true;
        sign('Not saved: choose below which of the two stays', 'unsaved');
      } else if (status === 401) {
        sign('Not saved yet: you are signed out. It is kept in this browser; sign in in another tab', 'unsaved');
        later();
      } else if (status === 0 || status >= 500 || (status === 409 && event.detail.xhr.getResponseHeader('Retry-After'))) {
        sign(navigator.onLine ? 'Not saved yet: the server does not answer. It is kept in this browser' : 'Not saved yet: offline. It is kept in this browser', 'unsaved');
        later();
      } else {
        sign('Not saved: see the message above', 'unsaved');
      }
    });
    window.addEventListener('online', retry);

    const draft = localStorage.getItem(store);
    if (draft !== null) {
      const kept = JSON.parse(draft);
      if (kept.content === initial) {
        forget();
      } else {
        put(kept.content);
        form.elements.revision.value = kept.revision;
        sign('Not saved yet: restored from this browser', 'unsaved');
        document.addEventListener('htmx:load', retry, { once: true });
      }
    }
  }

  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-discard]')) {
      forget();
    }
  });

  // Going on needs the server: without it the page stays, with what was entered
  const settled = async () => {
    for (let waited = 0; form && unsaved() && !conflict && waited < 4000; waited += 100) {
      if (waited === 0) {
        retry();
      }
      await new Promise((done) => { setTimeout(done, 100); });
    }
  };
  const stay = () => {
    const area = document.getElementById('notice');
    area.textContent = '';
    const box = document.createElement('div');
    box.className = 'notice error unreachable';
    box.textContent = 'The server cannot be reached. You stay on this question; what you entered is kept in this browser.';
    area.append(box);
  };
  document.addEventListener('submit', async (event) => {
    const next = event.target.closest('form[data-next]');
    if (!next || event.defaultPrevented) {
      return;
    }
    event.preventDefault();
    const button = next.querySelector('button');
    if (button.getAttribute('aria-disabled') === 'true') {
      return;
    }
    button.setAttribute('aria-disabled', 'true');
    try {
      await settled();
      const answer = await fetch(next.action, { method: 'POST', body: new URLSearchParams(new FormData(next)), headers: { Accept: 'text/html' } });
      if (answer.ok) {
        window.location.assign(answer.url);
      } else {
        next.submit();
      }
    } catch (unreachable) {
      stay();
    } finally {
      setTimeout(() => button.removeAttribute('aria-disabled'), 800);
    }
  });
  document.addEventListener('click', async (event) => {
    const link = event.target.closest('.console a[href^="/interviews/"]');
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) {
      return;
    }
    event.preventDefault();
    try {
      await settled();
      await fetch(link.href, { method: 'HEAD', headers: { Accept: 'text/html' } });
      window.location.assign(link.href);
    } catch (unreachable) {
      stay();
    }
  });

  // Time goes by
  const timers = [...document.querySelectorAll('.timer[data-since]')];
  const tick = () => timers.forEach((element) => {
    const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(element.dataset.since)) / 1000));
    const hours = Math.floor(seconds / 3600);
    element.textContent = seconds > 86400 ? '' : `${hours ? `${hours}:` : ''}${String(Math.floor(seconds / 60) % 60).padStart(hours ? 2 : 1, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  });
  tick();
  setInterval(tick, 1000);

  document.addEventListener('DOMContentLoaded', () => document.querySelector('[data-focus]')?.focus());
})();
