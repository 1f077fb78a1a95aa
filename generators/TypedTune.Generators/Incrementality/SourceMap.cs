namespace TypedTune.Generators.Incrementality;

/// <summary>
/// The files of a compilation and what they hold now. By it a model is kept while nothing that it was read from has
/// changed: reading all models again at each key costs a hundred times as much.
/// </summary>
internal sealed class SourceMap
{
    private readonly SourceFile[] _files;
    private readonly SourceStructure _structure;
    private readonly Fingerprint _everywhere;
    private readonly Lazy<Dictionary<SourceFile, int>> _numbers;

    /// <summary>Maps the files of a compilation.</summary>
    /// <param name="files">What they hold.</param>
    /// <param name="structure">Which of them can matter to which.</param>
    /// <param name="everywhere">A fingerprint of what no file shows: options and references.</param>
    public SourceMap(SourceFile[] files, SourceStructure structure, Fingerprint everywhere)
    {
        _files = files;
        _structure = structure;
        _everywhere = everywhere + structure.Names;
        _numbers = new Lazy<Dictionary<SourceFile, int>>(NumberFiles);
        Version = _everywhere;
        foreach (var file in _files)
            Version += file.Hash;
    }

    /// <summary>A fingerprint of all declarations, whatever the order of files.</summary>
    public Fingerprint Version { get; }

    /// <summary>Names by which an attribute may go instead of its own.</summary>
    public HashSet<string> Aliases => _structure.Aliases;

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
}
