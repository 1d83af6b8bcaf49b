// Hands papers in and follows a verification. Without it the pages still show cases and reports.

const text = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function call(path, options = {}) {
  const response = await fetch(path, { ...options, headers: { Accept: "application/json", ...options.headers } });
  const body = await response.json();
  if (!response.ok) throw new Problem(body.detail ?? response.statusText);
  return body;
}

class Problem extends Error {}

/** Waits for a verification, telling `show` how far it is. */
async function followed(id, show) {
  for (;;) {
    const run = await call(`/v1/verifications/${id}`);
    show(run);
    if (run.state === "in_review" || run.state === "failed") return run;
    await sleep(400);
  }
}

function shower(element, words) {
  const state = element.querySelector("#state");
  const meter = element.querySelector("#meter");
  return (run) => {
    const { done, total } = run.progress;
    state.textContent = total ? `${words.working} · ${text(words.of, { done, total })}` : words.working;
    if (total) meter.value = (100 * done) / total;
    else meter.removeAttribute("value");
  };
}

/** All files below what was dropped, with their paths inside the dropped folder. */
async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files].map((file) => ({ file, name: file.name }));
  const found = [];
  const walk = async (entry, prefix) => {
    if (entry.isFile) {
      const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
      found.push({ file, name: prefix + file.name });
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const batch = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (!batch.length) break;
      for (const child of batch) await walk(child, `${prefix}${entry.name}/`);
    }
  };
  for (const entry of entries) await walk(entry, "");
  return found;
}

function reference() {
  return `case-${[...crypto.getRandomValues(new Uint8Array(10))].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

function nameOf(papers) {
  const folder = papers[0].name.includes("/") ? papers[0].name.split("/")[0] : "";
  return folder || papers[0].file.name.replace(/\.[^.]+$/, "");
}

function handIn(form) {
  const words = form.dataset;
  const get = (id) => form.querySelector(`#${id}`);
  const litter = /(^|\/)(\.|~\$|thumbs\.db$|desktop\.ini$|__MACOSX\/)/i;
  let papers = [];

  const trouble = (message) => {
    get("trouble").textContent = message;
    get("trouble").hidden = !message;
  };

  const choose = (found) => {
    trouble("");
    papers = [...papers, ...found.filter((paper) => !litter.test(paper.name))];
    const large = papers.find((paper) => paper.file.size > Number(words.limit) * 1024 * 1024);
    if (large) {
      trouble(text(words.tooLarge, { name: large.name }));
      papers = papers.filter((paper) => paper !== large);
    }
    get("chosen").hidden = !papers.length;
    get("count").textContent = text(words.chosen, { count: papers.length });
    get("list").replaceChildren(
      ...papers.slice(0, 30).map((paper) => {
        const item = document.createElement("li");
        item.textContent = paper.name;
        return item;
      }),
    );
    if (papers.length) form.querySelector("button[type=submit]").focus();
  };

  for (const button of form.querySelectorAll("[data-choose]")) {
    button.addEventListener("click", () => get(button.dataset.choose).click());
  }
  for (const id of ["files", "folder"]) {
    get(id).addEventListener("change", (event) => {
      choose([...event.target.files].map((file) => ({ file, name: file.webkitRelativePath || file.name })));
      event.target.value = "";
    });
  }
  for (const type of ["dragover", "dragenter"]) {
    addEventListener(type, (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
  }
  addEventListener("dragleave", (event) => event.relatedTarget === null && form.classList.remove("over"));
  addEventListener("drop", async (event) => {
    event.preventDefault();
    form.classList.remove("over");
    choose(await dropped(event.dataTransfer));
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!papers.length) return trouble(words.nothing);
    trouble("");
    get("chosen").hidden = true;
    get("progress").hidden = false;
    try {
      const ref = reference();
      const name = get("name").value.trim() || nameOf(papers);
      await call(`/v1/cases/${ref}`, { method: "PUT", body: JSON.stringify({ name }), headers: { "Content-Type": "application/json" } });
      for (const [index, paper] of papers.entries()) {
        get("state").textContent = `${words.uploading} · ${text(words.of, { done: index, total: papers.length })}`;
        get("meter").value = (100 * index) / papers.length;
        const body = new FormData();
        body.append("files", paper.file, paper.name);
        await call(`/v1/cases/${ref}/documents`, { method: "POST", body });
      }
      const run = await call(`/v1/cases/${ref}/verifications`, { method: "POST" });
      await followed(run.id, shower(form, words));
      location.assign(`/cases/${ref}`);
    } catch (error) {
      trouble(error instanceof Problem ? error.message : words.connection);
      get("progress").hidden = true;
      get("chosen").hidden = false;
    }
  });
}

function follow(element) {
  const { case: ref, run, finished } = element.dataset;
  const trouble = element.querySelector("#trouble");
  const failed = (error) => {
    trouble.textContent = error instanceof Problem ? error.message : element.dataset.connection;
    trouble.hidden = false;
  };
  if (finished === "no") {
    followed(run, shower(element, element.dataset)).then(() => location.reload(), failed);
  }
  element.querySelector("#again")?.addEventListener("click", async (event) => {
    event.target.disabled = true;
    try {
      await call(`/v1/cases/${ref}/verifications`, { method: "POST" });
      location.reload();
    } catch (error) {
      event.target.disabled = false;
      failed(error);
    }
  });
}

const form = document.querySelector("#hand-in");
if (form) handIn(form);
const followedElement = document.querySelector("#follow");
if (followedElement) follow(followedElement);
