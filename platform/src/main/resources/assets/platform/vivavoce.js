// What every page shares. Pages work without it: it makes them quicker.
(() => {
  'use strict';

  const typing = (element) => element.closest('textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox])');

  // Times in the reader's own zone
  const localise = (root) => root.querySelectorAll('time[datetime]').forEach((time) => {
    const at = new Date(time.dateTime);
    if (!Number.isNaN(at.getTime())) {
      time.title = time.dateTime;
      time.textContent = at.toLocaleString([], { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
    }
  });

  // A key written in data-key presses its element, unless somebody types
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === 'Escape' && typing(event.target)) {
      event.target.blur();
      return;
    }
    if (typing(event.target) || document.querySelector('dialog[open]')) {
      return;
    }
    const target = [...document.querySelectorAll('[data-key]')]
      .find((element) => element.dataset.key.split(' ').includes(event.key) && !element.disabled && element.getClientRects().length);
    if (target) {
      event.preventDefault();
      target.matches('textarea, input[type=text], input[type=search]') ? target.focus() : target.click();
    }
  });

  document.addEventListener('click', (event) => {
    const opener = event.target.closest('[data-open]');
    if (opener) {
      document.querySelector(opener.dataset.open)?.showModal();
    }
    if (event.target.closest('[data-close]')) {
      event.target.closest('dialog')?.close();
    }
    event.target.closest('[data-dismiss]')?.parentElement.remove();
    const copier = event.target.closest('[data-copy]');
    if (copier) {
      const link = document.querySelector(copier.dataset.copy);
      navigator.clipboard?.writeText(link.href).then(() => { copier.textContent = 'Copied'; }, () => getSelection().selectAllChildren(link));
    }
    if (event.target.closest('[data-print]')) {
      window.print();
    }
    const account = document.querySelector('#account[open]');
    if (account && !account.contains(event.target)) {
      account.open = false;
    }
  });

  document.addEventListener('submit', (event) => {
    const question = event.target.dataset?.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);

  // What a reader has opened stays open when its part of the page is replaced, and what somebody just types stays typed
  let opened = [];
  let typed = null;
  document.addEventListener('htmx:beforeSwap', (event) => {
    const field = document.activeElement;
    typed = field?.id && 'defaultValue' in field && field.value !== field.defaultValue
      ? { id: field.id, value: field.value } : null;
    opened = [...event.detail.target.querySelectorAll('details[id]')].map((details) => [details.id, details.open]);
  });
  document.addEventListener('htmx:afterSwap', (event) => {
    opened.forEach(([id, open]) => {
      const details = document.getElementById(id);
      if (details) {
        details.open = open;
      }
    });
    const field = typed && document.getElementById(typed.id);
    if (field && field.value !== typed.value) {
      field.value = typed.value;
      field.addEventListener('blur', () => field.dispatchEvent(new Event('change', { bubbles: true })), { once: true });
    }
    // what is typed next into a number replaces it, as after Tab
    if (!typed && document.activeElement?.type === 'number') {
      document.activeElement.select();
    }
    localise(event.detail.target.parentElement ?? document);
    document.querySelector('[data-focus-after-swap]')?.focus({ preventScroll: false });
  });

  // A part of a page that follows an event stream asks for itself again when an event comes
  const follow = (element) => {
    const source = new EventSource(element.dataset.live);
    const events = element.dataset.liveEvents.split(' ');
    events.forEach((name) => source.addEventListener(name, (event) => {
      if (event.lastEventId !== element.dataset.liveVersion) {
        htmx.trigger(element, 'live');
      }
    }));
    const state = (word) => document.querySelectorAll('[data-live-state]').forEach((sign) => { sign.dataset.liveState = word; });
    source.addEventListener('open', () => state('live'));
    source.addEventListener('error', () => state('interrupted'));
    window.addEventListener('pagehide', () => source.close());
  };

  const online = () => { document.documentElement.dataset.network = navigator.onLine ? 'online' : 'offline'; };
  window.addEventListener('online', online);
  window.addEventListener('offline', online);

  const notice = (text) => {
    const area = document.getElementById('notice');
    area.replaceChildren();
    const box = document.createElement('div');
    box.className = 'notice error';
    box.textContent = text;
    area.append(box);
  };
  document.addEventListener('htmx:sendError', (event) => {
    if (!event.detail.elt.closest('[data-own-errors]')) {
      notice('The server cannot be reached. Nothing was changed; try again when you are online.');
    }
  });

  document.addEventListener('DOMContentLoaded', () => {
    online();
    localise(document);
    document.documentElement.dataset.scripted = '';
    document.querySelectorAll('[data-live]').forEach(follow);
  });
})();
