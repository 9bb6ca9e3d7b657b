import { chromium } from "playwright";
// usage: node look.mjs base out.png path [w] [scheme] [script] [login] [full]
const [,, path, out, w="1280", scheme="light", script="on", who=""] = process.argv;
const b = await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox","--disable-gpu","--disable-quic","--no-first-run","--disable-background-networking","--disable-component-update","--disable-sync"]});
const c = await b.newContext({viewport:{width:+w,height:900},colorScheme:scheme,javaScriptEnabled:script==="on"});
const p = await c.newPage();
const base = process.env.BASE ?? "http://localhost:4310";
if(who){const r=await p.request.post(base+"/api/v1/session",{data:{email:who,password:"long-enough-pw-1"}}); if(r.status()>=400) console.log(r.status(), await r.text());}
p.on("console",m=>{if(m.type()==="error")console.log("console:",m.text().slice(0,300))});
await p.goto(base+path); await p.waitForTimeout(1500);
if(process.env.DO) await eval("(async()=>{"+process.env.DO+"})()");
await p.screenshot({path:out,fullPage:true});
await b.close();
