// For the site that shows a page of /badda-in/ in a frame: makes the frame as high as its page.
(() => {
  const root = new URL("../badda-in/", document.currentScript.src);
  const frames = () =>
    [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(root.href));

  window.addEventListener("message", (event) => {
    const { type, height } = event.data ?? {};
    if (event.origin !== root.origin || type !== "insatskatalogen:height") return;
    if (!Number.isFinite(height) || height <= 0 || height > 100000) return;
    const frame = frames().find((one) => one.contentWindow === event.source);
    if (!frame) return;
    frame.style.border = "0";
    frame.style.height = `${Math.ceil(height)}px`;
  });

  const ask = () => {
    for (const frame of frames()) {
      // To any origin: a frame that has not loaded yet has its parent's. The question tells nothing.
      frame.contentWindow?.postMessage({ type: "insatskatalogen:ask" }, "*");
    }
  };
  ask();
  window.addEventListener("load", ask);
})();
