// j and k lead from change to change, round and round.
(() => {
  const changes = [...document.querySelectorAll("[data-change]")];
  const told = document.querySelector("output");
  const tell = (change) => {
    told.textContent = `Wijziging ${change.dataset.change} van ${changes.length}`;
  };
  const go = (step) => {
    if (!changes.length) return;
    const at = changes.indexOf(document.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : changes.length - 1) : (at + step + changes.length) % changes.length;
    changes[next].focus();
    tell(changes[next]);
    changes[next].scrollIntoView({ block: "center" });
  };
  for (const change of changes) change.addEventListener("focus", () => tell(change));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") go(1);
    if (event.key === "k") go(-1);
  });
})();
