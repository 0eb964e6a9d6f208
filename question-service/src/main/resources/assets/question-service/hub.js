// The hub's own comfort: the choice of questions, rows that are added, documents from files.
(() => {
  'use strict';

  const form = () => document.getElementById('hub-form');

  // How many are chosen, and the choice in the address, so that it is there after going back
  const count = () => {
    const number = document.querySelectorAll('input[name=question]:checked').length;
    const shown = document.getElementById('hub-chosen-count');
    if (shown) {
      shown.textContent = number;
      shown.closest('.hub-chosen').classList.toggle('some', number > 0);
    }
  };
  const address = () => {
    const query = new URLSearchParams([...new FormData(form())].filter(([, value]) => value !== ''));
    history.replaceState(history.state, '', query.size ? `/hub?${query}` : '/hub');
  };
  document.addEventListener('change', (event) => {
    if (event.target.matches('input[name=question]')) {
      count();
      address();
    }
  });

  // Reading goes on with the first row that was added
  let last = null;
  document.addEventListener('htmx:beforeSwap', (event) => {
    last = event.detail.target.id === 'more' ? event.detail.target.previousElementSibling : null;
  });
  document.addEventListener('htmx:afterSettle', () => {
    last?.nextElementSibling?.querySelector('a')?.focus();
    last = null;
    if (form()) {
      count();
    }
  });

  // A file is read into the document, where it can be corrected
  document.addEventListener('change', async (event) => {
    const into = event.target.dataset?.into;
    if (into && event.target.files.length) {
      document.querySelector(into).value = await event.target.files[0].text();
      event.target.value = '';
    }
  });

  // A fault leads to its line
  document.addEventListener('click', (event) => {
    const line = Number(event.target.dataset?.line);
    if (line) {
      event.preventDefault();
      const area = document.getElementById('document');
      const lines = area.value.split('\n');
      const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
      area.focus();
      area.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
      area.scrollTop = (line - 4) * parseFloat(getComputedStyle(area).lineHeight);
    }
  });
})();
