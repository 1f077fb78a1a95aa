using System.Security.Cryptography;
using System.Text;
using TypedTune.Learning.Tests.Forests;

namespace TypedTune.Learning.Tests.Persistence;

/// <summary>What is said of files that cannot be loaded, and how files are written.</summary>
public sealed class ModelFileTests : IDisposable
{
    private const int ChecksumLength = 32;

    private static readonly (FeatureMatrix Features, double[] Target) Rows = Samples.Draw(5, 40, 3);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public void File_IsSavedAndLoaded()
    {
        string path = Path.Combine(_folder.FullName, "tree.model");
        var model = Model();

        model.Save(path);
        model.SaveJson(path + ".json");

        Assert.Equal(model.ToString(), FittedDecisionTreeRegressor.Load(path).ToString());
        Assert.Equal(model.ToString(), FittedDecisionTreeRegressor.Load(path + ".json").ToString());
        Assert.Equal(nameof(DecisionTreeRegressor), ModelManifest.Read(path).ModelName);
        Assert.Equal(2, _folder.GetFiles().Length);
    }

    [Fact]
    public void ModelThatCannotBeWritten_LeavesTheFileAsItWas()
    {
        string path = Path.Combine(_folder.FullName, "model");
        File.WriteAllText(path, "before");

        Assert.Throws<NotSupportedException>(() => new Unwritable().Save(path));

        Assert.Equal("before", File.ReadAllText(path));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void MissingFile_IsTheSystemsError() => Assert.Throws<FileNotFoundException>(() => FittedRidge.Load(Path.Combine(_folder.FullName, "none")));

    [Fact]
    public void DamagedFile_IsNamed()
    {
        string path = Path.Combine(_folder.FullName, "tree.model");
        Model().Save(path);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);

        var error = Assert.Throws<ModelFileException>(() => FittedDecisionTreeRegressor.Load(path));

        Assert.Equal("tree.model: The model is damaged: its checksum is not that of its content. Save it again, or take another copy.", error.Message);
        Assert.Equal(path, error.Path);
    }

    [Theory]
    [InlineData("", ModelFileProblem.Truncated, "There is no model: not a byte is left to read.")]
    [InlineData("TYP", ModelFileProblem.Truncated, "The model is cut off: 4 bytes are missing at least. Copy the whole file again.")]
    [InlineData("pickle", ModelFileProblem.Foreign, "This is no model of TypedTune: it begins neither with TYPTUNE nor with {. Was it saved by another program?")]
    [InlineData("{\"kind\":\"x\"}", ModelFileProblem.Foreign, "This is no model of TypedTune: it is JSON, but its \"format\" is not \"TypedTune model\".")]
    [InlineData("{\"format\":\"TypedTune model\",\"formatVersion\":3}", ModelFileProblem.Newer, "The model is in format 3, but only format 2 is known here: it was saved by a newer version of TypedTune.Learning. Update the package.")]
    [InlineData("TYPTUNE3", ModelFileProblem.Newer, "The model is in format 3, but only format 2 is known here: it was saved by a newer version of TypedTune.Learning. Update the package.")]
    [InlineData("TYPTUNE1", ModelFileProblem.Older, "The model is in format 1, which is not read any more. Fit it again.")]
    [InlineData("{\"format\":\n", ModelFileProblem.Damaged, "This is no model, or one that is cut off or damaged: its JSON is broken in line 2.")]
    public void FileThatIsNoModel_IsCalledWhatItIs(string content, ModelFileProblem problem, string message)
    {
        var error = Assert.Throws<ModelFileException>(() => Load(Encoding.UTF8.GetBytes(content)));

        Assert.Equal(message, error.Message);
        Assert.Equal(problem, error.Problem);
    }

    [Fact]
    public void JsonWithOtherWhiteSpace_IsLoaded()
    {
        string spread = Json().Replace(",\"Values\":[", ",\r\n\t\"Values\": [\n", StringComparison.Ordinal);

        Assert.Equal(Model().ToString(), Load(Encoding.UTF8.GetBytes(spread)).ToString());
    }

    [Fact]
    public void EditedJson_IsRefused()
    {
        string json = Json();
        int at = json.IndexOf("\"Values\":[", StringComparison.Ordinal) + "\"Values\":[".Length;
        string edited = json[..at] + (json[at] == '1' ? '2' : '1') + json[(at + 1)..];

        var error = Assert.Throws<ModelFileException>(() => Load(Encoding.UTF8.GetBytes(edited)));

        Assert.Equal("The model is damaged: its checksum is not that of its content; it was edited, or some of it is lost. Save it again, or take another copy.", error.Message);
    }

    [Fact]
    public void JsonWithAnotherModelBehindTheChecksum_IsRefused()
    {
        string json = Json();

        Assert.Equal(ModelFileProblem.Damaged, Assert.Throws<ModelFileException>(() => Load(Encoding.UTF8.GetBytes(json[..^1] + ",\"note\":1}"))).Problem);
        Assert.Equal(ModelFileProblem.Damaged, Assert.Throws<ModelFileException>(() => Load(Encoding.UTF8.GetBytes(json[..^1] + ",\"model\":{}}"))).Problem);
    }

    [Fact]
    public void NewerVersionOfAType_IsRefusedAsNewer()
    {
        using var stream = new MemoryStream();
        new Versioned2(7).Save(stream);

        var error = Assert.Throws<ModelFileException>(() => Versioned.Load(new MemoryStream(stream.ToArray())));

        Assert.Equal(ModelFileProblem.Newer, error.Problem);
        Assert.StartsWith("The Versioned is of version 2, but only version 1 is known here: it was saved by a newer program (TypedTune.Learning ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OlderVersionOfAType_IsReadByTheTypeThatKnowsIt()
    {
        using var stream = new MemoryStream();
        new Versioned(7).Save(stream);
        stream.Position = 0;

        Assert.Equal(7, Versioned2.Load(stream).Number);
    }

    [Fact]
    public void OtherValues_AreThoseOfAnotherVersion()
    {
        using var stream = new MemoryStream();
        new Renamed().Save(stream);

        var error = Assert.Throws<ModelFileException>(() => Versioned.Load(new MemoryStream(stream.ToArray())));

        Assert.Equal("The model was saved by another version of its type: Integer 'Number' is expected, but Integer 'Count' follows. Load it with the version that saved it, or fit it again.", error.Message);
    }

    [Fact]
    public void FileThatClaimsToBeHuge_CostsNoMore()
    {
        byte[] claims = [.. "TYPTUNE2"u8, .. BitConverter.GetBytes(2), .. "{}"u8, .. BitConverter.GetBytes(2_000_000_000L), 1, 2, 3];
        long before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<ModelFileException>(() => Load(claims));

        Assert.Equal("The model is cut off: 1999999997 bytes are missing at least. Copy the whole file again.", error.Message);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 16 << 20);
    }

    [Fact]
    public void ClassifierWithoutLabels_IsRefused()
    {
        using var stream = new MemoryStream();
        new DecisionTreeClassifier { MaxDepth = 1 }.Fit(Rows.Features, Samples.Labels(Rows.Features, 1)).Save(stream);
        byte[] bytes = stream.ToArray();
        byte[] level = [12, 6, .. "Levels"u8];
        int at = bytes.AsSpan().LastIndexOf(level) + level.Length;
        Assert.Equal(2, bytes[at]);
        byte[] forged = [.. bytes[..at], 0, .. bytes[(at + 1 + 1 + "class 0".Length)..]];
        BitConverter.TryWriteBytes(forged.AsSpan(LengthOfBodyAt(bytes)), BodyLength(bytes) - 1 - "class 0".Length);
        SHA256.HashData(forged.AsSpan(0, forged.Length - ChecksumLength)).CopyTo(forged, forged.Length - ChecksumLength);

        var error = Assert.Throws<ModelFileException>(() => FittedDecisionTreeClassifier.Load(new MemoryStream(forged)));

        Assert.Equal("The model is damaged: its labels are none, or one occurs twice. Save it again, or take another copy.", error.Message);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static int LengthOfBodyAt(byte[] bytes) => 12 + BitConverter.ToInt32(bytes, 8);

    private static long BodyLength(byte[] bytes) => BitConverter.ToInt64(bytes, LengthOfBodyAt(bytes));

    private static FittedDecisionTreeRegressor Model() => new DecisionTreeRegressor { MaxDepth = 3 }.Fit(Rows.Features, Rows.Target);

    private static FittedDecisionTreeRegressor Load(byte[] bytes) => FittedDecisionTreeRegressor.Load(new MemoryStream(bytes));

    private static string Json()
    {
        using var stream = new MemoryStream();
        Model().SaveJson(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private sealed record Versioned(int Number) : IPersistentModel<Versioned>
    {
        public static string ModelName => nameof(Versioned);

        public void Write(ModelWriter writer) => writer.Integer("Number", Number);

        public static Versioned Read(ModelReader reader) => new((int)reader.Integer("Number"));
    }

    private sealed record Versioned2(int Number) : IPersistentModel<Versioned2>
    {
        public static string ModelName => nameof(Versioned);

        public static int ModelVersion => 2;

        public void Write(ModelWriter writer)
        {
            writer.Integer("Number", Number);
            writer.Bool("IsLucky", Number == 7);
        }

        public static Versioned2 Read(ModelReader reader)
        {
            var read = new Versioned2((int)reader.Integer("Number"));
            if (reader.Version > 1)
                reader.Require(reader.Bool("IsLucky") == (read.Number == 7), "its luck is another");
            return read;
        }
    }

    private sealed record Renamed : IPersistentModel<Renamed>
    {
        public static string ModelName => nameof(Versioned);

        public void Write(ModelWriter writer) => writer.Integer("Count", 1);

        public static Renamed Read(ModelReader reader) => new();
    }

    private sealed record Unwritable : IPersistentModel<Unwritable>
    {
        public static string ModelName => nameof(Unwritable);

        public void Write(ModelWriter writer) => writer.Text("Text", "\ud800");

        public static Unwritable Read(ModelReader reader) => new();
    }
}
