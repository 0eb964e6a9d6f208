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
  let told = '';

  const sign = (text, state) => {
    saved.dataset.state = state;
    saved.textContent = text;
  };

  // What the form says, without the revision that it is based on
  const content = () => JSON.stringify([...new FormData(form)].filter(([name]) => !['revision', 'reason', 'seen'].includes(name)));
  const initial = form && content();
  // A recommendation opens what the others gave: it goes only when somebody presses the button
  let wanted = form && !('commit' in form.dataset);
  // What was sent without an answer: it may stand. It is sent again before anything newer
  let unknown = null;
  const remember = (revision) => {
    try {
      localStorage.setItem(store, JSON.stringify({ revision, content: content(), unknown, wanted, at: Date.now(), action: form.getAttribute('action'),
        place: document.querySelector('.step[aria-current]')?.getAttribute('href') }));
    } catch (refused) {
      sign('Not saved yet, and this browser keeps nothing: stay on this page', 'unsaved');
    }
  };
  // The interview, or the candidate with it, was removed: nothing of it stays in the browser
  const gone = (status, again) => (status === 404 || status === 409) && !again;
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
    if (unsaved() && wanted && !conflict) {
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
      if ('commit' in form.dataset) {
        wanted = false;
        sign('Not given yet: press the button when you are sure. It is kept in this browser', 'unsaved');
      }
      remember(revision());
    };
    form.addEventListener('input', changed);
    form.addEventListener('change', changed);

    form.addEventListener('htmx:configRequest', (event) => {
      wanted = true;
      sent = unknown ?? content();
      if (unknown !== null) {
        const data = event.detail.formData;
        [...data.keys()].filter((name) => name !== 'revision').forEach((name) => data.delete(name));
        JSON.parse(unknown).forEach(([name, value]) => data.append(name, value));
      }
      if (unsaved()) {
        remember(revision());
      }
    });
    form.addEventListener('htmx:beforeRequest', () => {
      sign('Saving…', 'saving');
    });
    form.addEventListener('htmx:afterRequest', (event) => {
      const status = event.detail.xhr?.status ?? 0;
      if (event.detail.successful) {
        attempt = 0;
        document.querySelector('#notice .unreachable')?.remove();
        unknown = null;
        conflict = false;
        told = '';
        if (content() === sent) {
          forget();
        } else {
          // what was entered meanwhile goes next, over the revision that has just come
          setTimeout(() => { remember(revision()); retry(); });
        }
        saved.dataset.state = 'saved';
      } else if (status === 412 && unknown !== null && content() !== sent) {
        // what was sent before does not stand: compare what is on the page
        unknown = null;
        setTimeout(retry);
      } else if (status === 412) {
        unknown = null;
        conflict = true;
        sign('Not saved: choose above which of the two stays', 'unsaved');
      } else if (status === 401) {
        sign('Not saved yet: you are signed out. It is kept in this browser; sign in in another tab', 'unsaved');
        later();
      } else if (status === 0 || status >= 500 || (status === 409 && event.detail.xhr.getResponseHeader('Retry-After'))) {
        // a refusal is an answer: only what got none may stand
        if (status !== 409) {
          unknown = sent;
          remember(revision());
        }
        sign(navigator.onLine ? 'Not saved yet: the server does not answer. It is kept in this browser' : 'Not saved yet: offline. It is kept in this browser', 'unsaved');
        later();
      } else {
        if (gone(status, event.detail.xhr.getResponseHeader('Retry-After'))) {
          forget();
        }
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
        unknown = kept.unknown ?? null;
        wanted = kept.wanted ?? wanted;
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
    for (let waited = 0; form && unsaved() && wanted && !conflict && waited < 4000; waited += 100) {
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
  // What is said already is not said again
  document.addEventListener('htmx:beforeSwap', (event) => {
    if (event.detail.target?.id === 'notice') {
      const again = event.detail.serverResponse === told;
      told = event.detail.serverResponse;
      if (again) {
        event.detail.shouldSwap = false;
      }
    }
  });

  // What was left on other questions of this interview, by going away or a crash, is sent from here
  const mine = store?.split(' ').slice(0, 3).join(' ');
  const others = () => Object.keys(localStorage).filter((key) => mine && key.startsWith(`${mine} `) && key !== store);
  const sweep = async () => {
    for (const key of others()) {
      const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
      // another tab may be at it
      if (!kept.action || !kept.wanted || kept.stale || Date.now() - kept.at < 3000) {
        continue;
      }
      const post = (text) => fetch(kept.action, { method: 'POST', headers: { 'HX-Request': 'true', Accept: 'text/html' }, body: new URLSearchParams([...JSON.parse(text), ['revision', kept.revision]]) });
      const text = localStorage.getItem(key);
      try {
        const answer = await post(kept.unknown ?? kept.content);
        if (localStorage.getItem(key) !== text) {
          continue;
        }
        if (answer.ok && (kept.unknown ?? kept.content) === kept.content) {
          localStorage.removeItem(key);
        } else if (answer.ok) {
          const part = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('revision');
          localStorage.setItem(key, JSON.stringify({ ...kept, unknown: null, revision: part.value }));
        } else if (answer.status === 412 && kept.unknown) {
          localStorage.setItem(key, JSON.stringify({ ...kept, unknown: null }));
        } else if (answer.status === 412) {
          localStorage.setItem(key, JSON.stringify({ ...kept, stale: true }));
        } else if (gone(answer.status, answer.headers.get('Retry-After'))) {
          localStorage.removeItem(key);
        }
      } catch (unreachable) {
        return;
      }
    }
    const stale = others().map((key) => JSON.parse(localStorage.getItem(key) ?? '{}')).find((kept) => kept.stale && kept.place);
    if (stale && !document.querySelector('#notice .elsewhere')) {
      const box = document.createElement('div');
      box.className = 'notice warn elsewhere';
      const link = document.createElement('a');
      link.href = stale.place;
      link.textContent = 'Choose what stays';
      box.append('An answer that you entered here was changed elsewhere meanwhile. Both are kept. ', link);
      document.getElementById('notice').append(box);
    }
  };
  if (mine) {
    setTimeout(sweep, 300);
    setInterval(() => others().length && sweep(), 2000);
  }

  // Skipping sends the answer itself: first what is on its way arrives
  let settledOnce = false;
  form?.addEventListener('submit', async (event) => {
    if ('commit' in form.dataset || settledOnce) {
      return;
    }
    event.preventDefault();
    const { submitter } = event;
    try {
      await settled();
      if (submitter?.hasAttribute('formaction')) {
        await fetch(window.location.href, { method: 'HEAD', headers: { Accept: 'text/html' } });
        settledOnce = true;
        form.requestSubmit(submitter);
        settledOnce = false;
      } else {
        retry();
      }
    } catch (unreachable) {
      stay();
    }
  });
  document.addEventListener('submit', async (event) => {
    const next = event.target.closest('form[data-next], .jump form');
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
