using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Incrementality;

/// <summary>
/// What one project's files hold, from key to key: what an edit did not touch is not read again. Keeps no compilation and no syntax
/// alive. Thread safe.
/// </summary>
internal sealed class SourceHistory
{
    private readonly Identities _identities = new();
    private readonly ConditionalWeakTable<SyntaxTree, SourceFile> _files = new();
    private readonly ConditionalWeakTable<Compilation, SourceMap> _maps = new();
    private readonly object _gate = new();
    private SourceStructure? _structure;
    private Fingerprint _structureKey;

    public SourceMap MapOf(Compilation compilation) => _maps.GetValue(compilation, ReadMap);

    public SourceFile FileOf(SyntaxTree tree) => _files.GetValue(tree, key => new SourceFile(key, _identities.NumberOf(key.Options)));

    private SourceMap ReadMap(Compilation compilation)
    {
        SourceFile[] files = [.. compilation.SyntaxTrees.Select(FileOf)];
        return new SourceMap(files, StructureOf(files), Everywhere(compilation));
    }

    private SourceStructure StructureOf(SourceFile[] files)
    {
        var key = files.Aggregate(Fingerprint.Empty, (hash, file) => hash.Add(file.Structure));
        lock (_gate)
        {
            if (_structure is null || _structureKey != key)
                (_structure, _structureKey) = (new SourceStructure(files), key);
            return _structure;
        }
    }

    private Fingerprint Everywhere(Compilation compilation)
    {
        var everywhere = Fingerprint.Empty.Add(compilation.AssemblyName ?? "").Add(_identities.NumberOf(compilation.Options));
        foreach (var reference in compilation.References)
            everywhere = everywhere.Add(_identities.NumberOf(reference));
        return everywhere;
    }
}
