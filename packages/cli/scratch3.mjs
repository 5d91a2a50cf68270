import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { readJson } from "@shapelog/json";
import { diffModels } from "@shapelog/changes";
import { createEntries, judge, VERDICTS } from "@shapelog/diff";
import { shapeName } from "@shapelog/model";
import { createServiceRecord } from "../site/dist/record/service-record.js";
import { compareFiles } from "../site/dist/data/compare/compare-data.js";
import { modelAt } from "../site/dist/record/timeline.js";
import { entryName } from "../site/dist/views/entry-view.js";
import { listedItems, isAboutTexts } from "../site/dist/data/compare/find-cells.js";
import { shortenLists } from "../site/dist/views/shorten-lists.js";
import { compose } from "../site/assets/compose.js";
const [seed, per, ...names] = process.argv.slice(2);
let s = Number(seed); const rnd = () => { s = (s*1103515245+12345) & 0x7fffffff; return s/0x7fffffff; };
const nm=(t)=>t.replace(/ \(\d+ places\)/g,"").replace(/^([^`]*)`([^`]*)`/,(w,a,b)=>`${a}${b.split(".").at(-1)}`);
let agree=0,pairs=0,total=0,miss=0,extra=0,unj=0,words=0; const ex=[]; const by={};
for (const n of names) {
  const revisions = readFileSync(`/tmp/14/hist/ledgers/${n}.jsonl`,"utf8").split("\n").filter(Boolean).map(text=>readJson({file:n,text}).value);
  let model; const t0=Date.now();
  const record0 = { id:n, ledger:{service:n,revisions}, model: undefined };
  const { replay } = await import("@shapelog/ledger");
  const r = replay(record0.ledger); if(r.diagnostics.length) console.log(r.diagnostics[0].message.slice(0,300)); 
  const record = createServiceRecord({ id:n, ledger:record0.ledger, model:r.model });
  const t1=Date.now();
  const files=[...compareFiles(record)]; const t2=Date.now();
  const parts=files.map(f=>JSON.parse(f.text)); const data={...parts[0], lists:parts.flatMap(p=>p.lists), cells:parts.flatMap(p=>p.cells), findings:parts.flatMap(p=>p.findings)};
  console.log(n, record.revisions.length, r.diagnostics.length, "record ms",t1-t0,"compare ms",t2-t1, files.map(f=>`${f.path} ${f.text.length} gz ${gzipSync(f.text).length}`).join("; "));
  const N=record.revisions.length; if(N<3) continue;
  for(let k=0;k<Number(per);k++){
    let a=Math.floor(rnd()*N),b=Math.floor(rnd()*N); if(a>b)[a,b]=[b,a]; if(a===b) continue;
    const before=modelAt(record.timeline,a), after=modelAt(record.timeline,b); const changes=diffModels(before,after);
    const findings=judge(changes,{before,after});
    const real=new Map();
    for(const e of createEntries({title:"",before:{label:"",model:before},after:{label:"",model:after},changes,findings})) for(const f of e.findings){
      if(isAboutTexts(f)) continue; if(f.verdict==="notice"&&!f.rule.startsWith("deprecation.")) continue;
      const v=VERDICTS.indexOf(f.verdict); const d=f.direction===undefined?0:f.direction==="request"?1:2;
      const li=listedItems(f);
      if(li.length) for(const i of li){ const op=record.operationsById.get(i.list); real.set(`L ${op?op.name:i.list.split("#")[1]} ${op?shapeName(i.item):i.item} ${i.added} ${v}`,f);} else real.set(`C ${v} ${d} ${f.message.replace(/`[^`]*`/g,"").slice(0,0)}${f.rule} ${f.message} ${f.shape} ${f.member??""}`,f);
    }
    // composed keys: need shape; use message equality for cells
    const realC=[...real].filter(([k])=>k[0]==="C").map(([k,f])=>`${VERDICTS.indexOf(f.verdict)} ${f.direction===undefined?0:f.direction==="request"?1:2} ${nm(shortenLists(f.message))}`);
    const realL=new Set([...real.keys()].filter(k=>k[0]==="L"));
    const rows=compose(data,a,b);
    const compC=rows.filter(x=>x.sentence!==undefined).map(x=>`${x.verdict} ${x.direction} ${nm(x.sentence)}`);
    unj+=rows.filter(x=>x.unjudged).length;
    const norm=(x)=>x.replace(/`[^`]*`|\d+|, | and | or | more/g,"");
    const cnt=(l)=>{const m=new Map(); for(const x of l) m.set(x,(m.get(x)??0)+1); return m};
    const A=cnt(realC),B=cnt(compC); let ok=true;
    for(const [x,c] of A){ const d=c-(B.get(x)??0); if(d>0){miss+=d;ok=false; if(ex.length<60) ex.push(`MISS ${n} ${a}-${b} ${x}`);} }
    for(const [x,c] of B){ const d=c-(A.get(x)??0); if(d>0){extra+=d;ok=false; if(ex.length<60) ex.push(`EXTRA ${n} ${a}-${b} ${x}`);} }
    total+=realC.length;
    // lists by count of items and verdict
    const la=new Map(); for(const k of realL){const p=k.split(" "); const key=p.slice(2).join(" "); la.set(key,(la.get(key)??0)+1);} 
    const lb=new Map(); for(const x of rows) if(x.kind) for(const [sign,l] of [["true",x.added],["false",x.removed]]) for(const i of l){ const key=`${i} ${sign}`; lb.set(key,(lb.get(key)??0)+1);}
    const lk=new Map(); for(const [k,c] of la){const key=k.slice(0,-2); lk.set(key,(lk.get(key)??0)+c);} total+=realL.size;
    pairs++; if(ok) agree++;
  }
}
console.log({pairs,agree,total,miss,extra,unj}); for(const e of ex) console.log(e.slice(0,260));
