"""That nobody is asked unless an operator says whom."""

from __future__ import annotations

from bot.advice.advisor import SecondOpinion
from bot.app import Surroundings, open_app
from bot.model.source import EVERYONE
from bot.news.reader import Reader
from bot.settings import Settings


def settings_in(folder, **own):
    return Settings(_env_file=None, DATABASE_URL=f"sqlite+aiosqlite:///{folder}/bot.sqlite3", DISCORD_TOKEN=None, **own)


async def test_it_is_off_by_default(tmp_path):
    async with open_app(settings_in(tmp_path), Surroundings(sources=())) as app:
        assert app.intake.advisor is None


async def test_an_endpoint_that_is_named_is_asked(tmp_path, endpoint, entry, shows):
    settings = settings_in(tmp_path, llm_url=f"{endpoint.url}/v1", llm_model="small-model", llm_key="sk-1", llm_daily=7)
    endpoint.claims()
    told = entry("Netflix Shake-Up: Heartstopper Cancelled", "Heartstopper has been renewed for season 4 at Netflix.")
    async with open_app(settings, Surroundings(sources=())) as app:
        advisor = app.intake.advisor
        assert isinstance(advisor, SecondOpinion)
        assert advisor.budget.daily == 7
        await advisor.advise(told, {EVERYONE: Reader(shows).read(told)}, lambda _show, _scope: shows[0])
    ((path, headers, body),) = endpoint.requests
    assert (path, headers["Authorization"], body["model"]) == ("/v1/chat/completions", "Bearer sk-1", "small-model")
