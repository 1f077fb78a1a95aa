using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Incrementality;

/// <summary>
/// The files of a compilation and which of them can matter to which. By it a model is kept while nothing that it was
/// read from has changed: reading all models again at each key costs a hundred times as much.
/// </summary>
/// <remarks>
/// A declaration can only see a type whose name it mentions, or that is mentioned where such a type is declared, and so on;
/// what matters to a file is therefore found by names alone, too much rather than too little.
/// </remarks>
internal sealed class SourceMap
{
    private static readonly ConditionalWeakTable<Compilation, SourceMap> Known = new();

    private readonly SourceFile[] _files;
    private readonly SourceFile[] _globals;
    private readonly Fingerprint _everywhere;
    private readonly Lazy<Dictionary<string, List<SourceFile>>> _declaredIn;
    private readonly Lazy<Dictionary<string, SortedSet<string>>> _spellings;
    private readonly Lazy<Fingerprint> _twins;
    private readonly Dictionary<SourceFile, Fingerprint> _relevant = [];

    private SourceMap(Compilation compilation)
    {
        _files = [.. compilation.SyntaxTrees.Select(SourceFile.Of)];
        _globals = [.. _files.Where(file => file.IsGlobal)];
        _everywhere = Everywhere(compilation, _files);
        _declaredIn = new Lazy<Dictionary<string, List<SourceFile>>>(IndexDeclarations);
        _spellings = new Lazy<Dictionary<string, SortedSet<string>>>(IndexSpellings);
        _twins = new Lazy<Fingerprint>(() => _spellings.Value.Values
            .Where(spellings => spellings.Count > 1)
            .SelectMany(spellings => spellings)
            .Aggregate(_everywhere, (sum, name) => sum + Fingerprint.Empty.Add(name)));
        Aliases = [.. _files.SelectMany(file => file.Aliases)];
        Version = _files.Aggregate(_everywhere, (sum, file) => sum + file.Hash);
    }

    /// <summary>A fingerprint of all declarations, whatever the order of files.</summary>
    public Fingerprint Version { get; }

    /// <summary>Names by which an attribute may go instead of its own.</summary>
    public HashSet<string> Aliases { get; }

    public static SourceMap Of(Compilation compilation) => Known.GetValue(compilation, static key => new SourceMap(key));

    /// <summary>A fingerprint of every declaration that can matter to a file's own.</summary>
    public Fingerprint RelevantTo(SourceFile file)
    {
        lock (_relevant)
        {
            if (!_relevant.TryGetValue(file, out var fingerprint))
            {
                fingerprint = Reach(file).Aggregate(_twins.Value, (sum, reached) => sum + reached.Hash);
                _relevant.Add(file, fingerprint);
            }

            return fingerprint;
        }
    }

    /// <summary>A name for a type's file that differs from every other one not in case alone, as names of files must.</summary>
    /// <param name="hintName">The type's full name.</param>
    public string Distinguish(string hintName)
    {
        var parts = hintName.Split('.');
        for (int i = 0; i < parts.Length; i++)
            parts[i] = string.Join("+", parts[i].Split('+').Select(Number));
        return string.Join(".", parts);
    }

    private string Number(string part)
    {
        string name = part.Split('-')[0];
        if (!_spellings.Value.TryGetValue(name, out var spellings) || spellings.Count == 1)
            return part;
        int number = spellings.TakeWhile(spelling => spelling != name).Count();
        return number == 0 ? part : $"{part}({number + 1})";
    }

    private HashSet<SourceFile> Reach(SourceFile start)
    {
        var reached = new HashSet<SourceFile>(_globals) { start };
        var pending = new Stack<SourceFile>(reached);
        while (pending.Count > 0)
        {
            foreach (string name in pending.Pop().Mentions)
            {
                if (!_declaredIn.Value.TryGetValue(name, out var declaring))
                    continue;
                foreach (var file in declaring)
                {
                    if (reached.Add(file))
                        pending.Push(file);
                }
            }
        }

        return reached;
    }

    private Dictionary<string, List<SourceFile>> IndexDeclarations()
    {
        var index = new Dictionary<string, List<SourceFile>>();
        foreach (var file in _files)
        {
            foreach (string name in file.Declares)
            {
                if (!index.TryGetValue(name, out var declaring))
                    index.Add(name, declaring = []);
                declaring.Add(file);
            }
        }

        return index;
    }

    private Dictionary<string, SortedSet<string>> IndexSpellings()
    {
        var index = new Dictionary<string, SortedSet<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (string name in _files.SelectMany(file => file.Declares.Concat(file.Namespaces.SelectMany(space => space.Split('.')))))
        {
            if (!index.TryGetValue(name, out var spellings))
                index.Add(name, spellings = new SortedSet<string>(StringComparer.Ordinal));
            spellings.Add(name);
        }

        return index;
    }

    // What no file's own declarations show: options, references, and which namespaces there are to be found before a type.
    private static Fingerprint Everywhere(Compilation compilation, SourceFile[] files)
    {
        var everywhere = Fingerprint.Empty.Add(compilation.AssemblyName ?? "").Add(Identity.Of(compilation.Options));
        foreach (var reference in compilation.References)
            everywhere = everywhere.Add(Identity.Of(reference));
        var namespaces = new HashSet<string>(files.SelectMany(file => file.Namespaces));
        return namespaces.Aggregate(everywhere, (sum, name) => sum + Fingerprint.Empty.Add(name));
    }
}
