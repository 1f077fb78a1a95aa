using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace TypedTune.Contracts;

/// <summary>What every fitted type that can be saved promises. Inherit it in a test project, and say how to make a model and what it answers.</summary>
/// <typeparam name="TModel">The fitted type.</typeparam>
public abstract class PersistentModelContract<TModel>
    where TModel : class, IPersistentModel<TModel>
{
    private const int ChecksumLength = 32;

    /// <summary>Fits a model, each time the same.</summary>
    protected abstract TModel Create();

    /// <summary>All that a model answers, to the bit: its predictions, what it says about itself.</summary>
    /// <param name="model">A model; one that was loaded from a forged file may refuse rows by an <see cref="ArgumentException"/>.</param>
    protected abstract IEnumerable<object?> Answers(TModel model);

    [Fact]
    public void LoadedModel_AnswersTheSame()
    {
        var model = Create();

        Assert.Equal(Answers(model), Answers(Load(Bytes(model))));
    }

    [Fact]
    public void ModelLoadedFromJson_AnswersTheSame()
    {
        var model = Create();

        Assert.Equal(Answers(model), Answers(Load(Json(model))));
    }

    [Fact]
    public void LoadedModel_IsSavedAsTheSameBytes()
    {
        byte[] bytes = Bytes(Create());

        Assert.Equal(bytes, Bytes(Load(bytes)));
        Assert.Equal(Json(Create()), Json(Load(bytes)));
    }

    [Fact]
    public void Manifest_NamesTheModel()
    {
        var manifest = ModelManifest.Read(new MemoryStream(Bytes(Create())));

        Assert.Equal(TModel.ModelName, manifest.ModelName);
        Assert.Equal(TModel.ModelVersion, manifest.ModelVersion);
        Assert.Equal(manifest.Columns, ModelManifest.Read(new MemoryStream(Json(Create()))).Columns);
    }

    [Fact]
    public void Models_StandOneBehindAnotherInAStream()
    {
        byte[] bytes = Bytes(Create());
        using var stream = new MemoryStream([.. bytes, .. bytes]);

        Assert.Equal(Answers(PersistentModels.Load<TModel>(stream)), Answers(PersistentModels.Load<TModel>(stream)));
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void AnyBitThatChanges_IsFound() => Gen.Bool.Sample(isJson =>
    {
        byte[] bytes = isJson ? Json(Create()) : Bytes(Create());
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Int[0, 7]).Sample(
            (at, bit) =>
            {
                byte[] damaged = [.. bytes];
                damaged[at] ^= (byte)(1 << bit);
                Assert.Throws<ModelFileException>(() => Load(damaged));
            },
            iter: 150);
    }, iter: 2);

    [Fact]
    public void FileThatIsCutOff_IsCalledSo()
    {
        byte[] bytes = Bytes(Create());

        Gen.Int[0, bytes.Length - 1].Sample(length => Assert.Equal(ModelFileProblem.Truncated, Assert.Throws<ModelFileException>(() => Load(bytes[..length])).Problem), iter: 100);
        Assert.Throws<ModelFileException>(() => Load(Json(Create())[..^1]));
    }

    // Whoever computes the checksum again can write anything.
    [Fact]
    public void ForgedModel_IsRefusedOrAnswers()
    {
        byte[] bytes = Bytes(Create());
        Gen.Select(Gen.Int[0, bytes.Length - 1 - ChecksumLength], Gen.Byte).Array[1, 3].Sample(
            changes =>
            {
                byte[] forged = [.. bytes];
                foreach (var (at, value) in changes)
                    forged[at] = value;
                SHA256.HashData(forged.AsSpan(0, forged.Length - ChecksumLength)).CopyTo(forged, forged.Length - ChecksumLength);
                try
                {
                    Assert.NotEmpty(Answers(Load(forged)));
                }
                catch (Exception exception) when (exception is ModelFileException or ArgumentException)
                {
                    // Refused, or its columns are others now.
                }
            },
            iter: 300);
    }

    [Fact]
    public void OtherModel_IsRefusedByName()
    {
        using var stream = new MemoryStream();
        new OtherModel().Save(stream);

        var error = Assert.Throws<ModelFileException>(() => Load(stream.ToArray()));

        Assert.Equal(ModelFileProblem.OtherModel, error.Problem);
        Assert.Contains(TModel.ModelName, error.Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes(TModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }

    private static byte[] Json(TModel model)
    {
        using var stream = new MemoryStream();
        model.SaveJson(stream);
        return stream.ToArray();
    }

    private static TModel Load(byte[] bytes) => PersistentModels.Load<TModel>(new MemoryStream(bytes));

    private sealed class OtherModel : IPersistentModel<OtherModel>
    {
        public static string ModelName => "Other model";

        public void Write(ModelWriter writer) => writer.Text("Text", Encoding.UTF8.EncodingName);

        public static OtherModel Read(ModelReader reader) => new();
    }
}
