import { t } from "../strings";
import { setToken, setUser, token, user } from "./session";

/** Name and token, before anything is judged. */
export function Gate() {
  return (
    <div class="row small noprint">
      <label>{t("review.user")} <input value={user.value} autocomplete="username" maxLength={80} onInput={(event) => setUser(event.currentTarget.value)} /></label>
      <label>{t("review.token")} <input type="password" value={token.value} autocomplete="off" onInput={(event) => setToken(event.currentTarget.value)} /></label>
      <span class="soft">{t("review.token.note")}</span>
    </div>
  );
}
