// Scorecards: what a live list and a live card keep when they are replaced, and what paper needs.
(() => {
  'use strict';

  // A new score is said, nothing else of what changes
  const head = () => document.querySelector('#card .head');
  let said;
  const say = () => {
    const now = head()?.dataset;
    if (now && said !== undefined && now.score !== said) {
      document.getElementById('announcement').textContent = `The score is now ${now.score}, outcome ${now.outcome}.`;
    }
    said = now?.score;
  };

  // The list asks again at once when something has changed, and then at most every two seconds
  const PAUSE = 2000;
  let waiting = 0;
  let last = 0;
  const refresh = () => {
    if (!waiting) {
      waiting = setTimeout(() => {
        waiting = 0;
        last = Date.now();
        htmx.trigger('#results', 'refresh');
      }, Math.max(0, last + PAUSE - Date.now()));
    }
  };

  // How many are chosen
  const choose = () => {
    const button = document.querySelector('[data-compare]');
    if (!button) {
      return;
    }
    const chosen = document.querySelectorAll('#choose [name=candidate]:checked').length;
    button.textContent = chosen ? `Compare ${chosen}` : 'Compare';
    button.setAttribute('aria-disabled', String(chosen < 2 || chosen > 10));
    document.querySelector('[data-compare-hint]').textContent = chosen > 10
      ? 'Ten candidates at most fit side by side.'
      : chosen === 1 ? 'Tick at least one more.' : 'Tick 2 to 10 candidates to see them side by side.';
  };
  document.addEventListener('change', (event) => event.target.matches('#choose [name=candidate]') && choose());
  document.addEventListener('submit', (event) => {
    if (event.target.id === 'choose' && document.querySelector('[data-compare]').getAttribute('aria-disabled') === 'true') {
      event.preventDefault();
      document.querySelector('#choose [name=candidate]').focus();
    }
  });

  // Ticks and sideways scrolling outlive a swap
  let ticked = [];
  let scrolled = [];
  document.addEventListener('htmx:beforeSwap', () => {
    ticked = [...document.querySelectorAll('#choose [name=candidate]:checked')].map((box) => box.id);
    scrolled = [...document.querySelectorAll('.scroll[id]')].map((part) => [part.id, part.scrollLeft]);
  });
  document.addEventListener('htmx:afterSwap', () => {
    ticked.forEach((id) => {
      const box = document.getElementById(id);
      if (box) {
        box.checked = true;
      }
    });
    scrolled.forEach(([id, left]) => {
      const part = document.getElementById(id);
      if (part) {
        part.scrollLeft = left;
      }
    });
    choose();
    say();
  });

  // On paper everything is open, and says when it was printed
  let closed = [];
  window.addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('main details:not([open])')];
    closed.forEach((details) => { details.open = true; });
    const now = new Date().toLocaleString([], { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
    document.querySelectorAll('[data-printed]').forEach((place) => { place.textContent = `, printed ${now}`; });
  });
  window.addEventListener('afterprint', () => closed.forEach((details) => { details.open = false; }));

  document.addEventListener('DOMContentLoaded', () => {
    document.getElementById('results')?.addEventListener('live', refresh);
    choose();
    say();
  });
})();
