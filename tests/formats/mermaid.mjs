// What Mermaid makes of journeys: mermaid.mjs NODE map MMD JSON, or
// mermaid.mjs NODE pairs LIST.  Prints what is wrong, nothing if all is well.

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import fs from "node:fs";
import path from "node:path";

const [node, mode, ...files] = process.argv.slice(2);
const require = createRequire(path.join(node, "node_modules", "x.js"));
const { JSDOM } = require("jsdom");
const dom = new JSDOM("");
globalThis.window = dom.window;
globalThis.document = dom.window.document;
const mermaid = (await import(pathToFileURL(path.join(node, "node_modules",
	"mermaid", "dist", "mermaid.core.mjs")))).default;

mermaid.initialize({ startOnLoad: false });

// Mermaid keeps entities in a form of its own until it draws them.
function drawn(text) {
	const coded = text.replace(/ﬂ°°/g, "&#").replace(/ﬂ°/g, "&")
		.replace(/¶ß/g, ";");
	const box = document.createElement("textarea");

	box.innerHTML = coded;
	return box.value.replace(/<br\s*\/?>/g, " ").replace(/\s+/g, " ")
		.trim();
}

async function read(file) {
	const text = fs.readFileSync(file, "utf8");
	const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);

	return {
		sections: db.getSections().map(drawn),
		tasks: db.getTasks().map(t => ({
			name: drawn(t.task), section: drawn(t.section),
			score: t.score,
		})),
	};
}

function compare(what, ours, theirs) {
	if (ours !== theirs)
		console.log(`${what}: ${JSON.stringify(ours)} is not ` +
			    JSON.stringify(theirs));
}

// What our JSON says the diagram must show.
async function compareMap(mmd, json) {
	const map = JSON.parse(fs.readFileSync(json, "utf8")).maps[0];
	const is = await read(mmd);
	const flat = text => text.replace(/\s+/g, " ").trim();
	const wanted = (map.parked || []).map(t => [t, ""]);

	for (const stage of map.stages)
		for (const t of stage.touchpoints || [])
			wanted.push([t, stage.title]);
	compare("tasks", is.tasks.length, wanted.length);
	wanted.forEach(([t, section], i) => {
		compare("task", flat(is.tasks[i].name), flat(t.title));
		compare("section", flat(is.tasks[i].section), flat(section));
		compare("score", is.tasks[i].score, 3 + (t.emotion || 0));
	});
}

// Tasks that Mermaid draws on its scale must be the same.
async function comparePair(theirs, ours) {
	let was, is;

	try {
		was = await read(theirs);
	} catch {
		return 0;
	}
	try {
		is = await read(ours);
	} catch (e) {
		console.log(`${theirs}: Mermaid refuses ours: ${e.message}`);
		return 1;
	}
	const name = path.basename(theirs);
	const drawnTasks = t => t.tasks.filter(x => Number.isInteger(x.score) &&
		x.score >= 1 && x.score <= 5);
	const all = is.tasks.map(t => `${t.section}|${t.name}|${t.score}`);

	for (const t of drawnTasks(was)) {
		const at = all.indexOf(`${t.section}|${t.name}|${t.score}`);

		if (at < 0)
			console.log(`${name}: lost ${JSON.stringify(t)}`);
		else
			all[at] = null;
	}
	for (const s of was.sections)
		if (was.tasks.some(t => t.section === s) &&
		    !is.sections.includes(s))
			console.log(`${name}: lost section ${s}`);
	return 1;
}

try {
	if (mode === "map") {
		await compareMap(...files);
	} else {
		const pairs = fs.readFileSync(files[0], "utf8").trim().split("\n");
		let accepted = 0;

		for (let i = 0; i < pairs.length; i += 2)
			accepted += await comparePair(pairs[i], pairs[i + 1]);
		if (accepted < 70)
			console.log(`only ${accepted} files were compared`);
	}
} catch (e) {
	console.log(`${files[0]}: ${e.message}`);
}
