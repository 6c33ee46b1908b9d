// The camera reads a tag where the browser can; elsewhere the tag is typed, or comes from a reader that types.
export const able = () => "BarcodeDetector" in globalThis && Boolean(navigator.mediaDevices?.getUserMedia);

export async function scan(video, told) {
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
  video.srcObject = stream;
  video.hidden = false;
  await video.play();
  let on = true;
  const stop = () => { on = false; video.hidden = true; stream.getTracks().forEach((track) => track.stop()); };
  const look = async () => {
    if (!on) return;
    const codes = await detector.detect(video).catch(() => []);
    if (codes.length && told(codes[0].rawValue)) { stop(); return; }
    setTimeout(look, 120);
  };
  look();
  return stop;
}
