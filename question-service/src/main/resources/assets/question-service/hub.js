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

  // A file is read into the document, where it can be corrected: chosen, or dropped on the form
  const formats = { yaml: 'yaml', yml: 'yaml', csv: 'csv', tsv: 'csv', md: 'md', markdown: 'md' };
  const decoded = (bytes) => {
    const mark = bytes.length > 1 ? (bytes[0] << 8) | bytes[1] : 0;
    return new TextDecoder(mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8').decode(bytes);
  };
  const read = async (file, into) => {
    into.value = decoded(new Uint8Array(await file.arrayBuffer()));
    document.getElementById('format').value = formats[file.name.split('.').pop().toLowerCase()] ?? '';
    document.getElementById(into.getAttribute('aria-describedby')).textContent = `This is ${file.name}.`;
  };
  document.addEventListener('change', async (event) => {
    const into = event.target.dataset?.into;
    if (into && event.target.files.length) {
      await read(event.target.files[0], document.querySelector(into));
      event.target.value = '';
    }
  });
  const target = (event) => (event.dataTransfer?.types.includes('Files') ? event.target.closest?.('[data-drop]') : null);
  for (const kind of ['dragenter', 'dragover']) {
    document.addEventListener(kind, (event) => {
      if (target(event)) {
        event.preventDefault();
        target(event).classList.add('dropping');
      }
    });
  }
  document.addEventListener('dragleave', (event) => {
    const left = target(event);
    if (left && !left.contains(event.relatedTarget)) {
      left.classList.remove('dropping');
    }
  });
  document.addEventListener('drop', async (event) => {
    const into = target(event);
    if (into && event.dataTransfer.files.length) {
      event.preventDefault();
      into.classList.remove('dropping');
      await read(event.dataTransfer.files[0], document.querySelector(into.dataset.drop));
      document.querySelector(into.dataset.drop).focus();
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
