import { render } from "preact";
import { App } from "./app";
import { loadShared } from "./data/shared";
import { followLinks } from "./router";
import "./style/tokens.css";
import "./style/base.css";
import "./style/frame.css";
import "./style/pages.css";

document.addEventListener("click", followLinks);
void loadShared();
render(<App />, document.getElementById("app")!);
