using TypedTune.Contracts;

namespace TypedTune.Seams;

public sealed class TextFileStoreTests : StoreContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("TypedTune");
    private readonly Dictionary<IStudyStore, string> _paths = [];

    public void Dispose() => _folder.Delete(recursive: true);

    protected override IStudyStore Create() => At(Path.Combine(_folder.FullName, $"{_paths.Count}.txt"));

    protected override IStudyStore Reopen(IStudyStore store) => At(_paths[store]);

    [Fact]
    public void PartOfALine_IsCutOff()
    {
        var identity = new StudyIdentity([new("seed", "1")]);
        var store = Create();
        store.Open(identity);
        store.Append(new ProposedEvent(0, "kept"));
        File.AppendAllText(_paths[store], "ProposedEvent{\"Ind");

        var later = Reopen(store);

        Assert.Equal([new ProposedEvent(0, "kept")], later.Open(identity));
        later.Append(new ProposedEvent(1, "after"));
        Assert.Equal([new ProposedEvent(0, "kept"), new ProposedEvent(1, "after")], Reopen(later).Open(identity));
    }

    [Fact]
    public void LineThatIsNoEvent_IsRefused()
    {
        var identity = new StudyIdentity([]);
        var store = Create();
        store.Open(identity);
        File.AppendAllText(_paths[store], "ProposedEvent{\n");

        Assert.StartsWith("The history is damaged: this line is no event: ProposedEvent{", Assert.Throws<InvalidDataException>(() => Reopen(store).Open(identity)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherProcessThatWritesToTheFile_IsNoticed()
    {
        var identity = new StudyIdentity([new("seed", "1")]);
        var one = Create();
        one.Open(identity);
        var other = Reopen(one);
        other.Open(identity);
        other.Append(new ProposedEvent(0, "theirs"));

        Assert.Contains("Another study writes to", Assert.Throws<InvalidOperationException>(() => one.Append(new ProposedEvent(0, "mine"))).Message, StringComparison.Ordinal);
        Assert.Equal([new ProposedEvent(0, "theirs")], Reopen(one).Open(identity));
    }

    private TextFileStore At(string path)
    {
        var store = new TextFileStore(path);
        _paths.Add(store, path);
        return store;
    }
}
