// Tells the site that shows this page in a frame how high it is. The number says nothing of anybody, so every
// site may hear it.
if (window.parent !== window) {
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    window.parent.postMessage(
      { type: "insatskatalogen:height", height, id: window.location.pathname },
      "*",
    );
  };
  new ResizeObserver(tell).observe(document.body);
  // The parent's script may have come later than the first message.
  window.addEventListener("message", (event) => {
    if (event.source === window.parent && event.data?.type === "insatskatalogen:ask") tell();
  });
}
