"""How things look on the wire: Discord's JSON for users, members, roles, channels, guilds and the application.

Pure: builds objects from the world's dataclasses. Knows nothing of requests.
"""

from __future__ import annotations

from bot.standin.state.permissions import Overwrite
from bot.standin.state.world import Channel, Guild, Role, User, World
from bot.standin.wire_types import JsonObject


def user_json(user: User) -> JsonObject:
    """A user object."""
    return {
        "id": user.id,
        "username": user.name,
        "discriminator": "0",
        "global_name": user.name,
        "avatar": None,
        "bot": user.is_bot,
        "system": False,
        "flags": 0,
        "public_flags": 0,
        "banner": None,
        "accent_color": None,
        "avatar_decoration_data": None,
        "collectibles": None,
        "primary_guild": None,
        "clan": None,
    }


def own_user_json(world: World) -> JsonObject:
    """The answer of `GET /users/@me`."""
    return {**user_json(world.bot), "mfa_enabled": False, "verified": True, "email": None, "locale": "en-US"}


def member_json(user: User, joined_at: str) -> JsonObject:
    """A guild member object of somebody without roles."""
    return {
        "user": user_json(user),
        "roles": [],
        "joined_at": joined_at,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "nick": None,
        "avatar": None,
        "banner": None,
        "avatar_decoration_data": None,
        "collectibles": None,
        "premium_since": None,
        "pending": False,
        "communication_disabled_until": None,
    }


def role_json(role: Role) -> JsonObject:
    """A role object."""
    return {
        "id": role.id,
        "name": role.name,
        "permissions": str(role.permissions),
        "position": role.position,
        "description": None,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": role.mentionable,
        "flags": 0,
        "icon": None,
        "unicode_emoji": None,
    }


def channel_json(channel: Channel) -> JsonObject:
    """A channel object of a guild, where a forum has its own fields besides; or that of direct messages."""
    if channel.recipient is not None:
        return {
            "id": channel.id,
            "type": channel.type,
            "flags": 0,
            "last_message_id": channel.last_message_id,
            "recipients": [user_json(channel.recipient)],
        }
    shown: JsonObject = {
        "id": channel.id,
        "guild_id": channel.guild_id,
        "name": channel.name,
        "type": channel.type,
        "flags": 0,
        "position": channel.position,
        "permission_overwrites": [_overwrite_json(overwrite) for overwrite in channel.overwrites.values()],
        "parent_id": None,
    }
    if channel.type == 4:
        return shown
    shown |= {
        "nsfw": False,
        "rate_limit_per_user": 0,
        "topic": None,
        "last_message_id": channel.last_message_id,
    }
    if channel.type in (15, 16):
        shown |= {
            "available_tags": [],
            "default_reaction_emoji": None,
            "default_sort_order": None,
            "default_forum_layout": 0,
        }
    if channel.type in (2, 13):
        shown |= {"bitrate": 64_000, "user_limit": 0, "rtc_region": None}
    return shown


def guild_json(guild: Guild) -> JsonObject:
    """A guild object as `GET /guilds/{id}` answers it."""
    return {
        "id": guild.id,
        "name": guild.name,
        "owner_id": guild.owner.id,
        "roles": [role_json(role) for role in guild.roles.values()],
        "emojis": [],
        "stickers": [],
        "features": [],
        "region": "deprecated",
        "icon": None,
        "splash": None,
        "banner": None,
        "home_header": None,
        "discovery_splash": None,
        "description": None,
        "preferred_locale": "en-US",
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "premium_progress_bar_enabled": False,
        "nsfw_level": 0,
        "nsfw": False,
        "system_channel_flags": 0,
        "afk_timeout": 300,
        "afk_channel_id": None,
        "system_channel_id": None,
        "rules_channel_id": None,
        "public_updates_channel_id": None,
        "safety_alerts_channel_id": None,
        "widget_enabled": False,
        "widget_channel_id": None,
        "max_members": 500_000,
        "max_presences": None,
        "max_video_channel_users": 25,
        "max_stage_video_channel_users": 50,
        "vanity_url_code": None,
        "application_id": None,
        "incidents_data": None,
    }


def guild_create_json(guild: Guild, bot: User, *, joined: bool = False) -> JsonObject:
    """The event GUILD_CREATE: the guild with what only the gateway tells; the bot is the one listed member.

    By the key `unavailable` a guild that was known before is told from one that the bot has just `joined`.
    """
    if guild.unavailable:
        return {"id": guild.id, "unavailable": True}
    shown = {
        **guild_json(guild),
        "channels": [channel_json(channel) for channel in guild.channels.values()],
        "threads": [],
        "members": [member_json(bot, guild.joined_at)],
        "member_count": 2,
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "joined_at": guild.joined_at,
        "large": False,
    }
    return shown if joined else {**shown, "unavailable": False}


def application_json(world: World) -> JsonObject:
    """The answer of `GET /oauth2/applications/@me`."""
    return {
        "id": world.application_id,
        "name": world.bot.name,
        "icon": None,
        "description": "",
        "type": None,
        "bot": user_json(world.bot),
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": 0,
        "flags_new": "0",
        "owner": user_json(world.owner),
        "team": None,
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "approximate_guild_count": len(world.guilds),
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "monetization_state": 1,
        "discoverability_state": 1,
        "discovery_eligibility_flags": 0,
        "event_webhooks_status": 1,
        "event_webhooks_types": [],
        "event_webhooks_url": None,
        "eligible_oauth2_scopes": [],
    }


def _overwrite_json(overwrite: Overwrite) -> JsonObject:
    return {
        "id": overwrite.target_id,
        "type": int(overwrite.is_member),
        "allow": str(overwrite.allow),
        "deny": str(overwrite.deny),
    }
