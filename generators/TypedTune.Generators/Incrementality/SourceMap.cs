using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Incrementality;

/// <summary>
/// The files of a compilation and what they hold now. By it a model is kept while nothing that it was read from has
/// changed: reading all models again at each key costs a hundred times as much.
/// </summary>
internal sealed class SourceMap
{
    private static readonly ConditionalWeakTable<Compilation, SourceMap> Known = new();

    private readonly SourceFile[] _files;
    private readonly SourceStructure _structure;
    private readonly Fingerprint _everywhere;
    private readonly Lazy<Dictionary<SourceFile, int>> _numbers;

    private SourceMap(Compilation compilation)
    {
        _files = [.. compilation.SyntaxTrees.Select(SourceFile.Of)];
        _structure = SourceStructure.Of(_files);
        _everywhere = Everywhere(compilation) + _structure.Names;
        _numbers = new Lazy<Dictionary<SourceFile, int>>(NumberFiles);
        Version = _everywhere;
        foreach (var file in _files)
            Version += file.Hash;
    }

    /// <summary>A fingerprint of all declarations, whatever the order of files.</summary>
    public Fingerprint Version { get; }

    /// <summary>Names by which an attribute may go instead of its own.</summary>
    public HashSet<string> Aliases => _structure.Aliases;

    public static SourceMap Of(Compilation compilation) => Known.GetValue(compilation, static key => new SourceMap(key));

    /// <summary>A fingerprint of every declaration that can matter to a file's own.</summary>
    public Fingerprint RelevantTo(SourceFile file)
    {
        var relevant = _everywhere;
        foreach (int reached in _structure.Reach(_numbers.Value[file]))
            relevant += _files[reached].Hash;
        return relevant;
    }

    /// <inheritdoc cref="SourceStructure.Distinguish"/>
    public string Distinguish(string hintName) => _structure.Distinguish(hintName);

    private Dictionary<SourceFile, int> NumberFiles()
    {
        var numbers = new Dictionary<SourceFile, int>(_files.Length);
        for (int i = 0; i < _files.Length; i++)
            numbers[_files[i]] = i;
        return numbers;
    }

    // What no file's own declarations show: options and references.
    private static Fingerprint Everywhere(Compilation compilation)
    {
        var everywhere = Fingerprint.Empty.Add(compilation.AssemblyName ?? "").Add(Identity.Of(compilation.Options));
        foreach (var reference in compilation.References)
            everywhere = everywhere.Add(Identity.Of(reference));
        return everywhere;
    }
}
