import { chromium } from "playwright-core";
const b=await chromium.launch({executablePath:"/usr/bin/chromium",args:["--headless","--no-sandbox","--disable-gpu"]});
const p=await b.newPage({viewport:{width:800,height:1100}}); await p.emulateMedia({media:"print"});
for (const [n,u] of [["p1","/api/cognito-identity-provider/AdminListUserAuthEvents/"],["p2","/changes/cognito-identity-provider/2022-08-18-1.27.55/"]]) { await p.goto("http://127.0.0.1:4701"+u,{waitUntil:"networkidle"}); await p.screenshot({path:`/tmp/14/find-${n}.png`,fullPage:true}); }
await b.close();
