// Sends a paper as soon as it is chosen, in pieces, and goes on after a cut (tus-js-client beside).
// Nothing is kept in the browser: what is half here the server lists on the page, with the mark of
// its file; who chooses that file again goes on where it stopped, on this device or another one.
// It makes no words of its own; they stand in templates of the page. Without this script the form
// sends its files itself.
"use strict";

{
  const PIECE = 512 * 1024;
  const AT_ONCE = 3;
  const AGAIN = [0, 1000, 3000, 5000, 10000, 20000];
  const ASK_AGAIN = [1500, 1500, 3000, 3000, 6000, 12000, 24000]; // milliseconds until it is drawn
  const WHILE_CUT = 5000;

  const words = (name, facts = {}) => {
    const text = document.getElementById("uploading-words").content;
    const said = text.querySelector(`[data-word="${name}"]`).textContent;
    return Object.entries(facts).reduce((all, [key, value]) => all.replace(`{${key}}`, value), said);
  };

  const sized = (bytes) => {
    const megabytes = bytes / (1024 * 1024);
    const [number, unit] = megabytes < 1 ? [bytes / 1024, "KB"] : [megabytes, "MB"];
    const digits = { maximumFractionDigits: number < 10 ? 1 : 0 };
    return `${number.toLocaleString(document.documentElement.lang, digits)} ${unit}`;
  };

  // The same file gives the same mark, on any device that has it; of its name only a sum.
  const markOf = (file) => {
    let sum = 0x811c9dc5;
    for (const letter of file.name) sum = Math.imul(sum ^ letter.codePointAt(0), 0x01000193) >>> 0;
    return `${file.size}-${file.lastModified}-${sum.toString(16)}`;
  };

  // One file on its way: its row on the page, and the buttons there.
  class Sending {
    constructor(paper, file) {
      this.paper = paper;
      this.file = file;
      this.mark = markOf(file);
      this.percent = 0;
      this.row = document.getElementById("uploading").content.firstElementChild.cloneNode(true);
      this.row.querySelector("[data-name]").textContent = file.name;
      for (const of of this.row.querySelectorAll("[data-of]")) of.textContent = ` ${file.name}`;
      this.on("pause", () => this.pause());
      this.on("go", () => this.go());
      this.on("drop", () => this.drop());
      paper.coming.append(this.row);
      this.shows("waiting", { pause: false });
    }

    on(name, act) {
      this.row.querySelector(`[data-${name}]`).addEventListener("click", act);
    }

    shows(state, { pause = false, go = false, facts = {} } = {}) {
      this.state = state;
      this.row.dataset.is = state;
      const said = { percent: this.percent, name: this.file.name, ...facts };
      this.row.querySelector("[data-state]").textContent = said.reason ?? words(state, said);
      this.row.querySelector("[data-pause]").hidden = !pause;
      this.row.querySelector("[data-go]").hidden = !go;
      const bar = this.row.querySelector("progress");
      bar.value = this.percent;
      bar.setAttribute("aria-label", `${this.file.name}: ${this.percent} %`);
    }

    get isUnderWay() {
      return !["refused", "done"].includes(this.state);
    }

    get isSending() {
      return ["going", "checking"].includes(this.state);
    }

    refusedBeforehand() {
      if (!this.file.size) return words("empty");
      return this.file.size > this.paper.uploads.most ? words("big") : "";
    }

    start() {
      const reason = this.refusedBeforehand();
      if (reason) return this.refuse(reason);
      const half = this.paper.halfOf(this.mark);
      this.upload = new tus.Upload(this.file, {
        endpoint: this.paper.endpoint,
        uploadUrl: half?.dataset.upload ?? null,
        chunkSize: PIECE,
        retryDelays: AGAIN,
        storeFingerprintForResuming: false,
        headers: { "X-CSRFToken": this.paper.uploads.token },
        metadata: { filename: this.file.name, line: this.paper.line, mark: this.mark },
        onShouldRetry: (problem) => this.isWorthAnother(problem),
        onProgress: (sent, all) => this.progress(sent, all),
        onUploadUrlAvailable: () => half?.remove(),
        onSuccess: () => this.arrived(),
        onError: (problem) => this.failed(problem),
      });
      return this.go();
    }

    go() {
      clearTimeout(this.later);
      this.progress(Math.round((this.percent * this.file.size) / 100), this.file.size);
      this.upload.start();
    }

    pause() {
      this.upload.abort();
      this.shows("paused", { go: true });
      this.row.querySelector("[data-go]").focus();
      this.paper.uploads.next();
    }

    progress(sent, all) {
      this.percent = Math.floor((sent / all) * 100);
      const facts = { done: sized(sent), size: sized(all) };
      this.shows("going", { pause: true, facts });
    }

    isWorthAnother(problem) {
      const status = problem.originalResponse?.getStatus() ?? 0;
      return status ? status >= 500 || [409, 423, 460].includes(status) : navigator.onLine;
    }

    async arrived() {
      this.percent = 100;
      this.shows("checking");
      await this.paper.refresh().catch(() => {});
      const refused = this.paper.refusalOf(this.upload.url);
      this.leave();
      this.paper.say(refused ? "refused" : "kept", { name: this.file.name, reason: refused });
      if (refused) this.paper.uploads.halt();
    }

    failed(problem) {
      const answer = problem.originalResponse;
      const status = answer?.getStatus() ?? 0;
      if (!status) return this.isCut();
      if (this.wasLedAway(problem)) return this.waits("signedOut");
      if (status >= 500) return this.waits("away", answer.getBody());
      return this.refuse(answer.getBody());
    }

    // An ended session answers with a redirect to the sign-in page, which knows no such verb.
    wasLedAway(problem) {
      const asked = new URL(problem.originalRequest.getURL(), location.href).pathname;
      const told = problem.originalResponse.getUnderlyingObject?.()?.responseURL;
      const status = problem.originalResponse.getStatus();
      return [401, 403].includes(status) || (told && new URL(told).pathname !== asked);
    }

    isCut() {
      this.waits("cut");
      this.later = setTimeout(() => this.go(), WHILE_CUT);
    }

    waits(state, reason = "") {
      const facts = reason ? { reason } : {};
      this.shows(state, { go: state !== "signedOut", facts });
      this.paper.say(state, { name: this.file.name, percent: this.percent });
      this.paper.uploads.next();
    }

    async refuse(reason) {
      if (this.upload?.url) {
        await this.paper.refresh().catch(() => {});
        if (this.paper.refusalOf(this.upload.url)) this.leave();
      }
      if (this.state !== "done") this.stays(reason);
      this.paper.say("refused", { name: this.file.name, reason });
      this.paper.uploads.halt();
    }

    stays(reason) {
      this.shows("refused", { facts: { reason } });
      this.row.classList.add("kept-file--refused");
      this.row.querySelector("progress").hidden = true;
      const again = document.createElement("label");
      again.className = "kept-file__again";
      again.htmlFor = this.paper.input.id;
      again.textContent = words("another");
      this.row.querySelector(".kept-file__words").append(again);
      this.paper.uploads.next();
    }

    async drop() {
      const url = this.upload?.url;
      this.upload?.abort();
      clearTimeout(this.later);
      this.leave();
      this.paper.input.focus();
      if (url) await this.paper.uploads.asks(url, "DELETE", { "Tus-Resumable": "1.0.0" });
    }

    leave() {
      const hadFocus = this.row.contains(document.activeElement);
      this.state = "done";
      this.row.remove();
      if (hadFocus) this.paper.input.focus();
      this.paper.sendings.delete(this);
      this.paper.uploads.next();
    }
  }

  // One line of the page: a paper that the procedure names, its files and its inputs.
  class Paper {
    constructor(uploads, box) {
      this.uploads = uploads;
      this.box = box;
      this.endpoint = box.dataset.papers;
      this.line = box.dataset.line;
      this.files = box.querySelector("[data-files]");
      this.input = box.querySelector("input[type=file]");
      this.sendings = new Set();
      this.asked = 0;
      this.coming = document.createElement("ul");
      this.coming.className = "kept-files";
      this.files.after(this.coming);
      this.listen();
      this.lookAgain();
    }

    listen() {
      for (const input of this.box.querySelectorAll("input[type=file]")) {
        input.addEventListener("change", () => {
          this.take(input.files);
          input.value = "";
        });
      }
      const choose = document.createElement("label");
      choose.className = "btn btn--line paper__button";
      choose.htmlFor = this.input.id;
      choose.textContent = words("choose");
      const here = document.createElement("p");
      here.className = "soft small paper__drop";
      here.textContent = words("drop");
      this.input.after(choose, here);
      for (const name of ["dragover", "dragleave", "drop"]) {
        this.box.addEventListener(name, (event) => this.dragged(event));
      }
    }

    dragged(event) {
      event.preventDefault();
      this.box.classList.toggle("paper--over", event.type === "dragover");
      if (event.type === "drop") this.take(event.dataTransfer.files);
    }

    take(files) {
      const known = new Set([...this.sendings].filter((s) => s.isUnderWay).map((s) => s.mark));
      for (const file of files) {
        if (known.has(markOf(file))) continue;
        this.sendings.add(new Sending(this, file));
      }
      this.uploads.next();
    }

    halfOf(mark) {
      const halves = [...this.files.querySelectorAll("[data-mark]")];
      return halves.find((half) => half.dataset.mark === mark);
    }

    refusalOf(url) {
      const path = new URL(url, location.href).pathname;
      return this.files.querySelector(`[data-upload="${path}"] .wrong`)?.textContent ?? "";
    }

    // The files of this line as the server shows them; what is being sent has a row already.
    async refresh() {
      const answer = await fetch(`${this.endpoint}?line=${this.line}`, { redirect: "error" });
      if (!answer.ok) return;
      this.files.innerHTML = await answer.text();
      for (const sending of this.sendings) {
        if (!sending.isSending || !sending.upload?.url || sending.percent === 100) continue;
        const path = new URL(sending.upload.url, location.href).pathname;
        this.files.querySelector(`[data-upload="${path}"]`)?.remove();
      }
      this.lookAgain();
    }

    lookAgain() {
      clearTimeout(this.later);
      if (!this.files.querySelector("[data-waits]")) return (this.asked = 0);
      if (this.asked >= ASK_AGAIN.length) return 0;
      const refresh = () => this.refresh().catch(() => {});
      return (this.later = setTimeout(refresh, ASK_AGAIN[this.asked++]));
    }

    say(name, facts) {
      this.uploads.said.textContent = words(name, facts);
    }
  }

  // All lines of a form.
  class Uploads {
    constructor(form) {
      this.form = form;
      this.most = Number(form.dataset.max);
      this.token = form.elements.csrfmiddlewaretoken.value;
      this.said = form.querySelector("[data-said]");
      form.classList.add("is-live");
      for (const shown of document.querySelectorAll(".only-scripts")) shown.hidden = false;
      this.papers = [...form.querySelectorAll("[data-papers]")].map((box) => new Paper(this, box));
      form.addEventListener("submit", (event) => this.holdBack(event));
      document.addEventListener("click", (event) => this.takeOut(event));
      addEventListener("online", () => this.goOn());
    }

    get all() {
      return this.papers.flatMap((paper) => [...paper.sendings]);
    }

    next() {
      const free = AT_ONCE - this.all.filter((sending) => sending.isSending).length;
      const waiting = this.all.filter((sending) => sending.state === "waiting");
      for (const sending of waiting.slice(0, Math.max(free, 0))) sending.start();
      this.submitWhenDone();
    }

    goOn() {
      for (const sending of this.all) if (["cut", "away"].includes(sending.state)) sending.go();
    }

    // Whoever goes on while files are on their way is led on once they are here.
    holdBack(event) {
      const count = this.all.filter((sending) => sending.isUnderWay).length;
      if (!count) return;
      event.preventDefault();
      event.stopPropagation();
      this.wanted = event.submitter;
      this.said.textContent = words("busy", { count });
    }

    submitWhenDone() {
      if (!this.wanted || this.all.some((sending) => sending.isUnderWay)) return;
      const button = this.wanted;
      this.wanted = null;
      this.form.requestSubmit(button);
    }

    // Something was refused: stay here, so that it is read.
    halt() {
      this.wanted = null;
    }

    // Taking a file out leaves the page, and with it what is on its way: do it beside.
    async takeOut(event) {
      const button = event.target.closest("button[form=bo]");
      const paper = button && this.papers.find((each) => each.box.contains(button));
      if (!paper) return;
      event.preventDefault();
      const done = await this.asks(button.getAttribute("formaction"), "POST").catch(() => null);
      if (!done?.ok) return button.form.requestSubmit(button);
      await paper.refresh().catch(() => {});
      paper.input.focus();
    }

    asks(address, method, headers = {}) {
      const ours = { "X-CSRFToken": this.token, "X-Resend": "1", "X-Quiet": "1" };
      return fetch(address, { method, headers: { ...ours, ...headers } });
    }
  }

  if (globalThis.tus?.isSupported) {
    for (const form of document.querySelectorAll("form[data-uploads]")) new Uploads(form);
  }
}
