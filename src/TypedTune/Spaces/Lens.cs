using System.Globalization;

namespace TypedTune;

/// <summary>Starts lenses.</summary>
public static class Lens
{
    /// <summary>The lens onto a whole configuration.</summary>
    /// <typeparam name="TRoot">The configuration.</typeparam>
    /// <param name="root">The configuration that every point of a space starts from.</param>
    public static Lens<TRoot, TRoot> From<TRoot>(TRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return new Lens<TRoot, TRoot>(root, "", [], whole => (true, whole), whole => whole, (_, whole) => whole);
    }
}

/// <summary>
/// Reaches a part of a configuration and replaces it, however deep it lies; the configuration itself is never changed,
/// a changed copy is returned. Made by the generator. Immutable and thread safe.
/// </summary>
/// <typeparam name="TRoot">The whole configuration.</typeparam>
/// <typeparam name="TPart">The part.</typeparam>
public sealed class Lens<TRoot, TPart>
{
    private readonly Func<TRoot, (bool IsActive, TPart? Part)> _find;
    private readonly Func<TRoot, TPart> _get;
    private readonly Func<TRoot, TPart, TRoot> _set;
    private readonly Func<TRoot, string?>? _show;
    private readonly Func<TRoot, bool>? _isAtRoot;

    internal Lens(
        TRoot root,
        string path,
        IReadOnlyList<ChosenOption<TRoot>> choices,
        Func<TRoot, (bool IsActive, TPart? Part)> find,
        Func<TRoot, TPart> get,
        Func<TRoot, TPart, TRoot> set,
        Func<TRoot, string?>? show = null,
        Func<TRoot, bool>? isAtRoot = null)
    {
        Root = root;
        Path = path;
        Choices = choices;
        _find = find;
        _get = get;
        _set = set;
        _show = show;
        _isAtRoot = isAtRoot;
    }

    /// <summary>The configuration that every point of a space starts from.</summary>
    public TRoot Root { get; }

    /// <summary>The members that lead to the part, as <c>Preprocessing.Geo.Clusters</c>; empty for the whole.</summary>
    public string Path { get; }

    /// <summary>The options of choices that must be taken for the part to exist.</summary>
    internal IReadOnlyList<ChosenOption<TRoot>> Choices { get; }

    /// <summary>The part of a configuration; the defaults of the option where another option of a choice is taken.</summary>
    /// <param name="root">The configuration.</param>
    public TPart Get(TRoot root) => _get(root);

    /// <summary>A copy of a configuration with another part. Options of choices on the way are taken.</summary>
    /// <param name="root">The configuration, left as it is.</param>
    /// <param name="part">The new part.</param>
    public TRoot Set(TRoot root, TPart part) => _set(root, part);

    /// <summary>Whether the configuration has the part: false where another option of a choice is taken, and where a value is not of the type that <see cref="As"/> sees it as, as null is no number.</summary>
    /// <param name="root">The configuration.</param>
    /// <param name="part">The part, if there is one.</param>
    public bool TryGet(TRoot root, out TPart? part)
    {
        (bool isActive, part) = _find(root);
        return isActive;
    }

    /// <summary>Whether the part is as the root has it; true as well where the configuration takes another option and has no such part.</summary>
    internal bool IsAtRoot(TRoot configuration) => _isAtRoot is not null
        ? _isAtRoot(configuration)
        : !TryGet(configuration, out var part) || EqualityComparer<TPart>.Default.Equals(part, Get(Root));

    /// <summary>The part as culture-independent text, as the configuration holds it; null where it has no such part.</summary>
    internal string? Show(TRoot root) => _show is not null ? _show(root) : TryGet(root, out var part) ? Text(part) : null;

    /// <summary>The lens onto a member of the part.</summary>
    /// <typeparam name="TNext">The member's type.</typeparam>
    /// <param name="name">The member's name.</param>
    /// <param name="get">Reads the member.</param>
    /// <param name="set">Copies the part with another member.</param>
    public Lens<TRoot, TNext> Then<TNext>(string name, Func<TPart, TNext> get, Func<TPart, TNext, TPart> set)
    {
        var (find, whole, replace) = (_find, _get, _set);
        return new Lens<TRoot, TNext>(
            Root,
            Path.Length == 0 ? name : $"{Path}.{name}",
            Choices,
            root => find(root) is (true, { } part) ? (true, get(part)) : (false, default),
            root => get(whole(root)),
            (root, next) => replace(root, set(whole(root), next)));
    }

    /// <summary>The lens onto one option of a part that is a choice.</summary>
    /// <typeparam name="TOption">The option's type.</typeparam>
    /// <param name="name">The option's name.</param>
    /// <param name="match">The part as this option, or null if it is another one.</param>
    /// <param name="create">The option's defaults.</param>
    public Lens<TRoot, TOption> Option<TOption>(string name, Func<TPart, TOption?> match, Func<TOption> create)
        where TOption : class, TPart
    {
        var (find, whole, replace) = (_find, _get, _set);
        return new Lens<TRoot, TOption>(
            Root,
            $"{Path}.{name}",
            [.. Choices, new ChosenOption<TRoot>(Path, name, root => find(root) is (true, { } part) && match(part) is not null)],
            root => find(root) is (true, { } part) && match(part) is { } option ? (true, option) : (false, null),
            root => match(whole(root)) ?? create(),
            (root, option) => replace(root, option));
    }

    /// <summary>The same part seen as another type, as a nullable number seen as a number.</summary>
    /// <typeparam name="TNext">The other type.</typeparam>
    /// <param name="get">Sees a part as the other type; any value where it cannot be seen as such.</param>
    /// <param name="set">Makes a part of the other type. A part that it does not make again of what <paramref name="get"/> saw is not of that type.</param>
    public Lens<TRoot, TNext> As<TNext>(Func<TPart, TNext> get, Func<TNext, TPart> set)
    {
        var (find, whole, replace) = (_find, _get, _set);
        return new Lens<TRoot, TNext>(
            Root,
            Path,
            Choices,
            root => find(root) is (true, { } part) && get(part) is var seen && EqualityComparer<TPart>.Default.Equals(part, set(seen)) ? (true, seen) : (false, default),
            root => get(whole(root)),
            (root, next) => replace(root, set(next)),
            Show,
            IsAtRoot);
    }

    private static string Text(TPart? part) => part switch
    {
        null => "null",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => part.ToString() ?? "",
    };
}
