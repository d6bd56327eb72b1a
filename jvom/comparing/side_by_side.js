// j and k, and the buttons, lead from change to change, round and round.
(() => {
  const changes = [...document.querySelectorAll("[data-change]")];
  const told = document.querySelector("output");
  let last = -1;
  const tell = (change) => {
    last = changes.indexOf(change);
    told.textContent = `Wijziging ${last + 1} van ${changes.length}`;
  };
  const go = (step) => {
    if (!changes.length) return;
    const next = last < 0 ? (step > 0 ? 0 : changes.length - 1) : (last + step + changes.length) % changes.length;
    changes[next].focus({ preventScroll: true });
    tell(changes[next]);
    const tall = changes[next].offsetHeight > innerHeight / 2;
    changes[next].scrollIntoView({ block: tall ? "start" : "center" });
  };
  for (const change of changes) change.addEventListener("focus", () => tell(change));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") go(1);
    if (event.key === "k") go(-1);
  });
  for (const button of document.querySelectorAll("button[data-step]")) {
    button.hidden = !changes.length;
    button.addEventListener("click", () => go(Number(button.dataset.step)));
  }
})();
